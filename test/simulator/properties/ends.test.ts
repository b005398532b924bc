import * as fc from 'fast-check';
import { events, releases } from './arbitraries';
import { begin, mainWeights, playAll, Played, playOne } from './played';
import { blueGreenIn, canaryIn } from '../../../src/model/release/release';
import { ReleaseEvent } from '../../../src/simulator/events';

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 100) };

const play = (played: Played, ...all: ReleaseEvent[]) => all.reduce(playOne, played);

/**
 * All pods are ready, nothing is paused by hand, and all that waited for time has had it. Somebody has looked at an inconclusive
 * analysis too: after it the controller changes no sizes, and before a new number of pods is reached it does nothing else.
 */
function freed(played: Played): Played {
  const waiting = play(played, 'ready', 'resume', { wait: '1h' });
  const isInconclusive = waiting.state.status.pauseConditions.some(({ reason }) => reason === 'InconclusiveAnalysisRun');
  return isInconclusive ? play(waiting, 'promote', { wait: '1h' }) : waiting;
}

const stableOf = ({ seen }: Played) => seen.revisions.find(({ roles }) => roles.includes('stable'))!.revision;

const VERDICT: ReleaseEvent = { analysis: { name: 'check', phase: 'Successful' } };

/** With both, an aborted weight goes down as pods of the canary go, and more of them than it needs keep it where it is. */
const isStuckInAbort = ({ release }: Played) => Boolean(canaryIn(release)?.dynamicStableScale && canaryIn(release)?.minPodsPerReplicaSet);

/** Former pods that stay for ever count as pods that do not go, and so the deadline runs out. */
const keepsFormerPods = ({ release }: Played) => canaryIn(release)?.scaleDownDelaySeconds === 0;

/** Whether all users are with the stable revision. */
function isBack(played: Played): boolean {
  const { release, seen } = played;
  const stable = stableOf(played);
  if (blueGreenIn(release)) {
    return seen.services.active === stable;
  }
  if (!canaryIn(release)!.isRouted) {
    return seen.revisions.every(({ revision, ready }) => revision === stable || ready === 0);
  }
  const weights = Object.entries(mainWeights(seen)).filter(([, weight]) => weight > 0);
  return weights.every(([name]) => seen.services[name] === stable);
}

test('after an abort all users are with the stable version', () => {
  fc.assert(fc.property(releases, events, (manifests, all) => {
    const before = freed(playAll(manifests, all).pop()!);
    fc.pre(!blueGreenIn(before.release) && !isStuckInAbort(before));

    expect(isBack(freed(playOne(before, 'abort')))).toBe(true);
  }), RUNS);
});

test('an undo of a release that is under way ends with all users on the stable version', () => {
  fc.assert(fc.property(releases, events, (manifests, all) => {
    const before = freed(playAll(manifests, all).pop()!);
    const stable = stableOf(before);
    fc.pre(!keepsFormerPods(before));

    const after = freed(playOne(before, { undo: { toRevision: stable } }));

    expect(after.seen.phase).toBe('Healthy');
    expect(isBack(after)).toBe(true);
  }), RUNS);
});

test('every release can be brought to its end', () => {
  fc.assert(fc.property(releases, events, (manifests, all) => {
    const before = freed(playAll(manifests, all).pop()!);
    fc.pre(!keepsFormerPods(before));

    const after = freed(playOne(before, { promote: { full: true } }));

    expect(after.seen.phase).toBe('Healthy');
    expect(isBack(after)).toBe(true);
  }), RUNS);
});

test('every paused release goes on when persons promote it and analyses succeed', () => {
  fc.assert(fc.property(releases, events, (manifests, all) => {
    const before = freed(playAll(manifests, all).pop()!);
    fc.pre(before.seen.phase === 'Paused');
    const often = Array.from({ length: before.seen.steps + 3 }, (): ReleaseEvent[] => ['promote', VERDICT, { wait: '1h' }]);

    expect(play(before, ...often.flat()).seen.phase).not.toBe('Paused');
  }), RUNS);
});

test('time goes on by what was waited, and no event takes any', () => {
  fc.assert(fc.property(releases, events, (manifests, all) => {
    const waited = all.reduce((sum, event) => {
      const [, amount, unit] = typeof event === 'object' && 'wait' in event ? /^(\d+)(\w)$/.exec(event.wait)! : [];
      return sum + Number(amount ?? 0) * (unit === 'h' ? 3600 : 1);
    }, 0);

    expect(playAll(manifests, all).pop()!.seen.time).toBe(waited);
  }), RUNS);
});

test('a state that has been to JSON and back goes on the same', () => {
  fc.assert(fc.property(releases, events, (manifests, all) => {
    const copied = all.reduce((played, event) => playOne({ ...played, state: JSON.parse(JSON.stringify(played.state)) }, event), begin(manifests));

    expect(copied.seen).toEqual(playAll(manifests, all).pop()!.seen);
  }), RUNS);
});
