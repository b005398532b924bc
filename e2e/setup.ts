import { build, crds, Program } from './cluster/build';
import { ControlPlane } from './cluster/control-plane';

const JUDGES_AND_CLIENTS: Program[] = ['kubectl', 'kubectl-argo-rollouts', 'rollouts-judge', 'judge', 'argocd-judge'];

export default async function setup(): Promise<void> {
  await setUpCluster(JUDGES_AND_CLIENTS, crds);
}

/** Builds the tools, and brings a control plane up unless KUBECONFIG names a cluster. */
export async function setUpCluster(tools: Program[], definitions: () => string[]): Promise<void> {
  if (process.env.KUBECONFIG) {
    build(tools);
    return;
  }
  build(['controlplane', 'rollouts-controller', ...tools]);
  const controlPlane = await ControlPlane.start(definitions());
  process.env.KUBECONFIG = controlPlane.kubeconfig;
  process.env.E2E_CONTROL_PLANE = 'local';
  (globalThis as any).controlPlane = controlPlane;
}
