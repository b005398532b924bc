import { build } from './cluster/build';
import { ControlPlane } from './cluster/control-plane';

/** Builds the tools, and brings a control plane up unless KUBECONFIG names a cluster. */
export default async function setup(): Promise<void> {
  if (process.env.KUBECONFIG) {
    build(['kubectl', 'kubectl-argo-rollouts', 'judge']);
    return;
  }
  build(['controlplane', 'rollouts-controller', 'kubectl', 'kubectl-argo-rollouts', 'judge']);
  const controlPlane = await ControlPlane.start();
  process.env.KUBECONFIG = controlPlane.kubeconfig;
  process.env.E2E_CONTROL_PLANE = 'local';
  (globalThis as any).controlPlane = controlPlane;
}
