import { effectOf } from './effects';
import { RolloutPair } from '../environment';
import { FieldChange } from '../manifest-diff';

/** The fields of a Rollout, by when they matter. */
export interface Parted {
  readonly atOnce: FieldChange[];
  readonly plan: FieldChange[];
  readonly other: FieldChange[];
}

const TEMPLATE = /^spec\.template\b/;

/** What the controller acts on as soon as it sees it. */
const AT_ONCE = [
  /^spec\.(replicas|paused|restartAt|selector|workloadRef)\b/,
  /^spec\.strategy(\.(blueGreen|canary))?$/,
  /^spec\.strategy\.(blueGreen|canary)\.(\w+Service|pingPong|trafficRouting|\w+Metadata)\b/,
  /^metadata\.labels\["argo-rollouts\.argoproj\.io\/controller-instance-id"\]$/,
];

/** Puts the fields in which a Rollout differs where a reader looks for them. */
export function parted(changes: readonly FieldChange[], pair: RolloutPair): Parted {
  const result: Parted = { atOnce: [], plan: [], other: [] };
  for (const change of changes) {
    const effect = effectOf(change, pair);
    placeOf(change.path, pair, result)?.push({ ...change, ...effect !== undefined && { effect } });
  }
  return result;
}

function placeOf(path: string, { release }: RolloutPair, { atOnce, plan, other }: Parted): FieldChange[] | undefined {
  if (TEMPLATE.test(path)) {
    // Where a release starts these are why, in the form in which the controller compares them.
    return release === 'starts' ? undefined : other;
  }
  if (AT_ONCE.some((pattern) => pattern.test(path))) {
    return atOnce;
  }
  return /^spec\b/.test(path) ? plan : other;
}
