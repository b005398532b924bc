import { RolloutPair } from '../environment';
import { FieldChange } from '../manifest-diff';

type Effect = readonly [path: RegExp, effect: (change: FieldChange, pair: RolloutPair) => string | undefined];

const STRATEGY = 'spec\\.strategy\\.(blueGreen|canary)';
const EFFECTS: readonly Effect[] = [
  [/^spec\.template\b/, () => 'the controller takes both for the same: no release starts'],
  [/^spec\.replicas$/, ({ new: now }) => now === undefined ? undefined : 'pods of the running version are added or taken away, without a release'],
  [/^spec\.paused$/, ({ new: now }) => now === true ? 'a release stands still until somebody resumes it' : 'a release that is held goes on'],
  [/^spec\.restartAt$/, () => 'pods of every version are started anew in groups, without a release'],
  [/^spec\.selector\b/, () => 'the API server refuses it'],
  [/^spec\.revisionHistoryLimit$/, () => 'ReplicaSets beyond it are deleted, the oldest first'],
  [new RegExp(`^${STRATEGY}\\.steps$`), (_, { release }) => (
    release === 'starts' ? 'the release that starts goes by them' : 'a release that is under way begins again with the first step'
  )],
  [new RegExp(`^${STRATEGY}\\.autoPromotionEnabled$`), ({ new: now }) => (
    now === false ? 'from now on a person has to promote' : 'a release that waits for a person goes on'
  )],
  [new RegExp(`^${STRATEGY}\\.scaleDownDelaySeconds$`), () => 'pods that wait for their end already keep their deadline'],
  [new RegExp(`^${STRATEGY}\\.\\w+Metadata\\b`), () => 'running pods get it in place'],
];

/** What a changed field of a Rollout does, where it is known. */
export function effectOf(change: FieldChange, pair: RolloutPair): string | undefined {
  return EFFECTS.find(([path]) => path.test(change.path))?.[1](change, pair);
}
