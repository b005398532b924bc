import { routersOf } from './read/routers';
import { usersOf } from './shares';
import { isEndless } from './walk/wait';
import { Walk } from './walk/walk';
import { pods, secondsText, unanswered } from './words';
import { analysisAt } from '../model/release/analyses';
import { AssumedReplicas } from '../model/release/assumed-replicas';
import { canaryOf } from '../model/release/fields';
import { blueGreenIn, canaryIn, Release, stepsIn } from '../model/release/release';
import { actionsIn } from '../model/release/steps';

/** What the reader of a forecast has to know besides the states. */
export function notesOf(release: Release, { count, from, most }: AssumedReplicas, { stops, stuck }: Walk): string[] {
  const last = stops[stops.length - 1].state;
  const left = stuck !== undefined ? [] : last.replicaSets.filter(({ hash, replicas }) => hash !== last.status.stableRS && replicas > 0);
  const others = routersOf(canaryOf(release.rollout)).filter((router) => router !== 'istio');
  return [
    ...from === 'autoscaler' ? [`an autoscaler decides on the number of pods; this is with ${pods(count)}${most === undefined ? '' : ` of up to ${most}`}`] : [],
    ...from === 'default' ? ['no number of pods is written, so the controller makes 1'] : [],
    ...stops.some(({ cause }) => cause.kind === 'analysis') || (analysisAt(release, 'background')?.templates ?? []).length > 0 ? ['analyses are taken to succeed; one that fails aborts the release'] : [],
    ...stops.some(({ state }) => unanswered(usersOf(release, state)) !== undefined) ? ['there are times at which no pod answers some or all of the users'] : [],
    ...actionsIn(stepsIn(release), 'experiment').length > 0 ? ['the pods of experiments are not counted'] : [],
    ...stops.some(({ state }) => state.runs.some(isEndless)) ? ['an experiment has neither a duration nor an analysis that it needs: it ends by a promotion, which skips its step'] : [],
    ...others.length > 0 ? [`users are split by ${others.join(', ')}: its weights are foretold, not the objects that hold them`] : [],
    ...stuck === undefined ? [] : [stuck],
    ...left.map(({ revision, replicas }) => `${pods(replicas)} of r${revision} stay${replicas === 1 ? 's' : ''}: ${staysBecause(release)}`),
  ];
}

function staysBecause(release: Release): string {
  if (blueGreenIn(release)) {
    return 'scaleDownDelaySeconds is 0, which keeps them for ever';
  }
  return canaryIn(release)?.scaleDownDelaySeconds === 0
    ? `scaleDownDelaySeconds is 0, which keeps them until the next release, and the Rollout is Degraded after ${secondsText(release.progressDeadlineSeconds)}`
    : 'nothing takes them away';
}
