import { build, Program } from './cluster/build';
import { ControlPlane } from './cluster/control-plane';

const JUDGES_AND_CLIENTS: Program[] = ['kubectl', 'kubectl-argo-rollouts', 'rollouts-judge', 'judge', 'argocd-judge'];

/** Builds the tools, and brings a control plane up unless KUBECONFIG names a cluster. */
export default async function setup(): Promise<void> {
  if (process.env.KUBECONFIG) {
    build(JUDGES_AND_CLIENTS);
    return;
  }
  build(['controlplane', 'rollouts-controller', ...JUDGES_AND_CLIENTS]);
  const controlPlane = await ControlPlane.start();
  process.env.KUBECONFIG = controlPlane.kubeconfig;
  process.env.E2E_CONTROL_PLANE = 'local';
  (globalThis as any).controlPlane = controlPlane;
}
