import { ReleaseObjects } from '../release/observe';

/** Seconds since the first deployment. */
export interface Times {
  /** When a revision is scaled down. */
  readonly deadlines: Record<number, number>;
  /** When a pause began, by its reason. */
  readonly pauses: Record<string, number>;
  /** When a condition of the Rollout was written. */
  readonly conditions: Record<string, number>;
}

/** Reads the times off the cluster. */
export function readTimes({ rollout, replicaSets }: ReleaseObjects, origin: number): Times {
  const toSeconds = (time: string) => Math.floor((Date.parse(time) - origin) / 1000);
  const annotated = replicaSets.map(({ metadata: { annotations } }) => [
    annotations['rollout.argoproj.io/revision'], annotations['scale-down-deadline'],
  ]);
  const { pauseConditions = [], conditions = [] } = rollout.status;
  return {
    deadlines: Object.fromEntries(annotated.filter(([, deadline]) => deadline).map(([revision, deadline]) => [revision, toSeconds(deadline)])),
    pauses: Object.fromEntries(pauseConditions.map(({ reason, startTime }: any) => [reason, toSeconds(startTime)])),
    conditions: Object.fromEntries(conditions.map(({ type, lastUpdateTime }: any) => [type, toSeconds(lastUpdateTime)])),
  };
}

/** What the cluster wrote down sooner or later than it may, in seconds after the simulator. */
export function differences(simulated: Times, real: Times, { least, most }: { least: number; most: number }): string[] {
  const apart = (one: Record<string, number>, other: Record<string, number>) => Object.keys(one)
    .filter((key) => !(other[key] - one[key] >= least && other[key] - one[key] <= most))
    .map((key) => `${key}: simulated at ${one[key]} s, on the cluster at ${other[key]} s`);
  return [...apart(simulated.deadlines, real.deadlines), ...apart(simulated.pauses, real.pauses)];
}
