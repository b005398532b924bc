import { Pass, View } from './pass';
import { abortScaleDownDelay, canaryIn, Release, scaleDownDelay } from '../../model/release/release';
import { serviceOf, ServiceRole } from '../../model/release/services';
import { secondsOf } from '../model/state';

/** Whether an aborted update keeps its pods for a while. */
export function shouldDelayScaleDownOnAbort({ pause, stableRS, release }: Pass): boolean {
  const canary = canaryIn(release);
  if (!pause.isAborted || !stableRS || (canary && !canary.isRouted)) {
    return false;
  }
  const isSet = canary?.abortScaleDownDelaySeconds !== undefined;
  return abortScaleDownDelay(release) !== undefined && (!canary?.dynamicStableScale || isSet);
}

/** Gives a ReplicaSet its size. Says whether that is a new one. */
export function scale(pass: Pass, set: View, replicas: number): boolean {
  if (set.replicas === replicas && !needsAnnotation(pass, set)) {
    return false;
  }
  const forgets = replicas === 0 && !shouldDelayScaleDownOnAbort(pass);
  pass.writeSet(set.hash, { replicas, desired: pass.replicas, ...forgets && { deadline: null } });
  return set.replicas !== replicas;
}

/** Notes the Rollout's replicas on the new ReplicaSet, which keeps its size. */
export function syncAnnotation(pass: Pass): void {
  if (needsAnnotation(pass, pass.newRS)) {
    scale(pass, pass.newRS, pass.newRS.replicas);
    pass.newRS.desired = pass.replicas;
  }
}

function needsAnnotation(pass: Pass, set: View): boolean {
  return set.desired !== pass.replicas || (pass.replicas === 0 && set.deadline !== null);
}

/** What is wanted again waits for its end no longer. */
export function removeScaleDownDeadlines(pass: Pass): void {
  const wanted = shouldDelayScaleDownOnAbort(pass) ? [pass.stableRS] : [pass.newRS, pass.stableRS];
  wanted.forEach((set) => set && removeDeadline(pass, set));
}

function removeDeadline(pass: Pass, set: View): void {
  if (set.deadline !== null) {
    set.deadline = null;
    pass.writeSet(set.hash, { deadline: null });
  }
}

/** The rest of the pass does not see the new deadline yet. */
export function addScaleDownDelay(pass: Pass, set: View, delay: number): void {
  if (delay === 0) {
    removeDeadline(pass, set);
  } else {
    pass.writeSet(set.hash, { deadline: secondsOf(pass.before.now) + delay });
  }
}

/** Counts the former ReplicaSets that stay up for a while. */
export interface Waiting {
  count: number;
}

/** The size of a former ReplicaSet: it gets a deadline, waits for it with `waitingSize`, or goes. */
export function delayedSize(pass: Pass, set: View, waiting: Waiting, waitingSize: number): number {
  const limit = revisionLimit(pass.release);
  if (set.deadline === null) {
    if (set.replicas === 0 || waiting.count >= limit) {
      return 0;
    }
    waiting.count++;
    addScaleDownDelay(pass, set, scaleDownDelay(pass.release));
    return set.replicas;
  }
  waiting.count++;
  return waiting.count <= limit && pass.isFuture(set.deadline) ? waitingSize : 0;
}

function revisionLimit({ strategy }: Release): number {
  return strategy.kind === 'none' ? Infinity : strategy.scaleDownDelayRevisionLimit ?? Infinity;
}

/** The roles of the Services whose pods stay; a pair that swaps is kept by the weights in the status. */
const KEEPING: readonly ServiceRole[] = ['active', 'preview', 'stable', 'canary'];

/** Whether traffic may still reach a former ReplicaSet. */
export function isReferenced(pass: Pass, { hash }: View): boolean {
  const { status, release, before } = pass;
  const { weights } = status.canary;
  const hashes = [
    status.stableRS, status.currentPodHash, status.blueGreen.activeSelector, status.blueGreen.previewSelector,
    weights?.canary.hash, weights?.stable.hash,
  ];
  const services = KEEPING.flatMap((role) => serviceOf(release, role)?.name ?? []);
  return hashes.includes(hash)
    || services.some((name) => pass.service(name)?.hash === hash)
    || (before.subsets?.subsets.some((subset) => subset.hash === hash) ?? false);
}
