import { whySkipped } from './possible';
import { build } from '../cluster/build';
import setupCluster from '../setup';

export default async function setup(): Promise<void> {
  const reason = whySkipped();
  if (reason !== undefined) {
    console.warn(`\nThe traffic tests are skipped: ${reason}.`);
    return;
  }
  build(['pilot-discovery']);
  await setupCluster();
}
