import { routersOf } from './read/routers';
import { usersOf } from './shares';
import { isEndless } from './walk/wait';
import { Walk } from './walk/walk';
import { pods, secondsText, unanswered } from './words';
import { AssumedReplicas } from '../model/release/assumed-replicas';
import { Release } from '../simulator/model/release';

/** What the reader of a forecast has to know besides the states. */
export function notesOf(release: Release, { count, from, most }: AssumedReplicas, { stops, stuck }: Walk): string[] {
  const { canary } = release;
  const last = stops[stops.length - 1].state;
  const left = stuck !== undefined ? [] : last.replicaSets.filter(({ hash, replicas }) => hash !== last.status.stableRS && replicas > 0);
  const others = routersOf(canary).filter((router) => router !== 'istio');
  return [
    ...from === 'autoscaler' ? [`an autoscaler decides on the number of pods; this is with ${pods(count)}${most === undefined ? '' : ` of up to ${most}`}`] : [],
    ...from === 'default' ? ['no number of pods is written, so the controller makes 1'] : [],
    ...stops.some(({ cause }) => cause.kind === 'analysis') || hasBackground(canary) ? ['analyses are taken to succeed; one that fails aborts the release'] : [],
    ...stops.some(({ state }) => unanswered(usersOf(release, state)) !== undefined) ? ['there are times at which no pod answers some or all of the users'] : [],
    ...release.steps.some(({ experiment }) => experiment) ? ['the pods of experiments are not counted'] : [],
    ...stops.some(({ state }) => state.runs.some(isEndless)) ? ['an experiment has neither a duration nor an analysis that it needs: it ends by a promotion, which skips its step'] : [],
    ...others.length > 0 ? [`users are split by ${others.join(', ')}: its weights are foretold, not the objects that hold them`] : [],
    ...stuck === undefined ? [] : [stuck],
    ...left.map(({ revision, replicas }) => `${pods(replicas)} of r${revision} stay${replicas === 1 ? 's' : ''}: ${staysBecause(release)}`),
  ];
}

function staysBecause({ blueGreen, canary, progressDeadlineSeconds }: Release): string {
  if (blueGreen) {
    return 'scaleDownDelaySeconds is 0, which keeps them for ever';
  }
  return canary?.scaleDownDelaySeconds === 0
    ? `scaleDownDelaySeconds is 0, which keeps them until the next release, and the Rollout is Degraded after ${secondsText(progressDeadlineSeconds)}`
    : 'nothing takes them away';
}

function hasBackground(canary: Release['canary']): boolean {
  return (canary?.analysis?.templates ?? []).length > 0;
}
