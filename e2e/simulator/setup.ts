import { releaseCrds } from '../cluster/build';
import { setUpCluster } from '../setup';

/** Without the judges, which take minutes to build. */
export default async function setup(): Promise<void> {
  await setUpCluster(['kubectl', 'kubectl-argo-rollouts'], releaseCrds);
}
