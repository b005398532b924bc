import { EntryPoint } from './entry-points/entry-point';
import { Traffic } from './moments';
import { ReleaseContext } from './release-context';
import { Snapshot, Timeline } from './timeline/timeline';
import { isEndless } from './timeline/wait';
import { isForUsers } from './users';
import { pods, secondsText, unanswered } from './words';
import { AssumedReplicas } from '../model/release/autoscaler';
import { blueGreenIn, canaryIn, Release, stepsIn } from '../model/release/release';
import { actionsIn } from '../model/release/steps';
import { isSimulated } from '../simulator/router/routers';

/** What the reader of a forecast has to know besides the states. */
export function notesOf({ release }: ReleaseContext, replicas: AssumedReplicas, timeline: Timeline, traffic: Traffic): string[] {
  const { snapshots } = timeline;
  return [
    ...replicaNotes(replicas),
    ...snapshots.some(({ cause }) => cause.kind === 'analysis') || hasBackground(release) ? ['analyses are taken to succeed; one that fails aborts the release'] : [],
    ...isUnanswered(snapshots, traffic) ? ['there are times at which no pod answers some or all of the users'] : [],
    ...actionsIn(stepsIn(release), 'experiment').length > 0 ? ['the pods of experiments are not counted'] : [],
    ...snapshots.some(({ state }) => state.runs.some(isEndless)) ? ['an experiment has neither a duration nor an analysis that it needs: it ends by a promotion, which skips its step'] : [],
    ...trafficNotes(release, traffic),
    ...endNotes(release, timeline),
  ];
}

function replicaNotes({ count, from, most }: AssumedReplicas): string[] {
  switch (from) {
    case 'autoscaler': return [`an autoscaler decides on the number of pods; this is with ${pods(count)}${most === undefined ? '' : ` of up to ${most}`}`];
    case 'default': return ['no number of pods is written, so the controller makes 1'];
    case 'manifest': return [];
  }
}

/** Why the release does not end, or which old pods stay after it. */
function endNotes(release: Release, { snapshots, stuck }: Timeline): string[] {
  if (stuck !== undefined) {
    return [stuck];
  }
  const { replicaSets, status } = snapshots[snapshots.length - 1].state;
  const left = replicaSets.filter(({ hash, replicas }) => hash !== status.stableRS && replicas > 0);
  return left.map(({ revision, replicas }) => `${pods(replicas)} of r${revision} stay${replicas === 1 ? 's' : ''}: ${staysBecause(release)}`);
}

function isUnanswered(snapshots: readonly Snapshot[], { usersAt }: Traffic): boolean {
  return snapshots.some(({ state }) => {
    const { shares, elsewhere } = usersAt(state);
    return unanswered(shares, elsewhere) !== undefined;
  });
}

function trafficNotes(release: Release, { entryPoints }: Traffic): string[] {
  const others = release.routers.filter(({ router }) => !isSimulated(router)).map(({ router, plugin }) => plugin ?? router);
  return [
    ...others.length > 0 ? [`users are split by ${others.join(', ')}: its weights are foretold, not the objects that hold them`] : [],
    ...canaryIn(release)?.isRouted && release.routers.length === 0 ? ['trafficRouting names no router of Argo Rollouts: nothing splits the users'] : [],
    ...entryPoints.some(isForUsers) ? [] : ['no entry point found: no route or load balancer sends users to these pods, so their shares follow from the strategy alone'],
  ];
}

/** Why an entry point of the manifests is in no state of the release. */
export function neverThereNote({ entrance: { path } }: EntryPoint): string {
  const { kind, detail, name } = path[path.length - 1];
  return `the ${detail ?? 'route'} of ${kind} ${name} is never there: the controller takes it away as long as the new version has no pod`;
}

function staysBecause(release: Release): string {
  if (blueGreenIn(release)) {
    return 'scaleDownDelaySeconds is 0, which keeps them for ever';
  }
  return canaryIn(release)?.scaleDownDelaySeconds === 0
    ? `scaleDownDelaySeconds is 0, which keeps them until the next release, and the Rollout is Degraded after ${secondsText(release.progressDeadlineSeconds)}`
    : 'nothing takes them away';
}

function hasBackground({ analyses }: Release): boolean {
  return analyses.some(({ position, templates }) => position === 'background' && templates.length > 0);
}
