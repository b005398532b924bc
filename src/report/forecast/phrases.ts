import { Cause, Hop, Moment, Reach, ReleaseForecast, RunKind, Share, TimedEnd, Wait } from '../../forecast/release-forecast';
import { pods, secondsText, unanswered } from '../../forecast/words';
import { RevisionState } from '../../simulator/release-state';

/** What a run is called where it decides. */
const RUNS: Record<RunKind, string> = {
  step: 'analysis',
  background: 'background analysis',
  prePromotion: 'pre-promotion analysis',
  postPromotion: 'post-promotion analysis',
  experiment: 'experiment',
  plugin: 'step plugin',
};

const ENDS: Record<TimedEnd, string> = {
  pauseEnds: 'it goes on', podsAvailable: 'the new pods count as available', oldPodsGo: 'the old pods go',
};

/** `app-service/app`. */
export function fullName({ name, namespace }: { readonly name: string; readonly namespace?: string }): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** `canary (Istio, by host)`, `blue-green`. */
export function strategyText({ strategy, splitting }: ReleaseForecast): string {
  return strategy === 'blueGreen' ? 'blue-green' : `canary (${splitting})`;
}

/** What led to a moment, as a heading. */
export function causeText(cause: Cause): string {
  switch (cause.kind) {
    case 'before': return 'before the commit';
    case 'commit': return 'the commit is applied';
    case 'pods': return 'the new pods are ready';
    case 'person': return 'a person promotes';
    case 'time': return `${secondsText(cause.seconds)} later`;
    case 'analysis': return `${runText(cause.what, cause.templates)} succeeds`;
  }
}

/** The same in a word or two. */
export function causeWord(cause: Cause): string {
  switch (cause.kind) {
    case 'before': return 'before';
    case 'commit': return 'commit';
    case 'pods': return 'pods ready';
    case 'person': return 'promote';
    case 'time': return `+${secondsText(cause.seconds)}`;
    case 'analysis': return `${RUNS[cause.what]} succeeds`;
  }
}

/** What a moment waits for; nothing where it is the last. */
export function waitText(wait: Wait): string | undefined {
  switch (wait.kind) {
    case 'nothing': return undefined;
    case 'pods': return `${pods(wait.count)} of r${wait.revision} to get ready`;
    case 'person': return 'a person';
    case 'time': return `${secondsText(wait.seconds)}, then ${ENDS[wait.until]}`;
    case 'analysis': return `${runText(wait.what, wait.templates)}${wait.seconds > 0 ? `, at least ${secondsText(wait.seconds)}` : ''}`;
  }
}

function runText(what: RunKind, templates: readonly string[]): string {
  return [RUNS[what], templates.join(', ')].filter(Boolean).join(' ');
}

/** `1/2 pause`; nothing outside of steps. */
export function stepOf({ state, step }: Moment): string | undefined {
  return step === undefined ? undefined : `${state.step}/${state.steps} ${step}`;
}

/** `Paused`, and what the controller adds that is not said elsewhere. */
export function phaseText({ state: { phase, message } }: Moment): string {
  return phase === 'Degraded' && message !== '' ? `${phase} (${message})` : phase;
}

/** `r2 1/3 canary`, with the time at which its pods go. */
export function revisionText({ revision, ready, replicas, roles, scaleDownAt }: RevisionState, now: number): string {
  const until = scaleDownAt === null || replicas === 0 ? [] : [`for ${secondsText(scaleDownAt - now)} more`];
  return [`r${revision}`, `${ready}/${replicas}`, ...roles, ...until].join(' ');
}

/** The revisions that have pods, or are about to have some. */
export function podsText({ state }: Moment): string {
  const shown = state.revisions.filter(({ replicas, ready, roles }) => replicas > 0 || ready > 0 || roles.length > 0);
  return shown.map((revision) => revisionText(revision, state.time)).join(', ');
}

/** `r1 70 %, r2 30 %`; a revision alone where it has all. */
export function sharesText(shares: readonly Share[], elsewhere: number = 0): string {
  const [only] = shares;
  const lost = unanswered(shares, elsewhere);
  const others = [...elsewhere > 0 ? [`other Services ${elsewhere} %`] : [], ...lost === undefined ? [] : [`503 ${lost} %`]];
  if (shares.length === 0 && elsewhere === 0) {
    return '';
  }
  return shares.length === 1 && others.length === 0 ? `r${only.revision}` : [...shares.map(({ revision, percent }) => `r${revision} ${percent} %`), ...others].join(', ');
}

/** Who answers the users. */
export function usersText({ users, elsewhere }: Pick<Moment, 'users' | 'elsewhere'>): string {
  return sharesText(users, elsewhere) || 'nobody answers';
}

/** Who answers at an entrance: revisions with their parts, other Services, and 503 where nobody does. */
export function reachText({ targets, mirror }: Reach): string {
  const parts = new Map<string, number>();
  const add = (who: string, percent: number) => percent > 0 && parts.set(who, (parts.get(who) ?? 0) + percent);
  for (const { percent, service, revisions, foreign } of targets) {
    if (foreign) {
      add(`Service ${service}`, percent);
    } else if (revisions.length === 0) {
      add('503 (no pods)', percent);
    } else {
      revisions.forEach(({ revision, percent: part }) => add(`r${revision}`, percent * part / 100));
    }
  }
  const [[who, all] = ['nobody', 100], ...others] = [...parts];
  const text = others.length === 0 && all > 99.9 ? who : [...parts].map(([name, percent]) => `${name} ${rounded(percent)} %`).join(', ');
  const copy = mirror === undefined ? '' : `, and a copy of ${mirror.percent} % to ${sharesText(mirror.revisions) || 'nobody'}`;
  return text + copy;
}

const rounded = (percent: number) => Math.round(percent * 10) / 10;

/** How often a release waits for a person: `waits for a person once`, `waits for nobody`. */
function manualGatesText(gates: number): string {
  return gates === 0 ? 'waits for nobody' : gates === 1 ? 'waits for a person once' : `waits for a person ${gates} times`;
}

/** `r1 app:1.4.2 → r2 app:1.5.0`. */
export function versionsText({ versions }: ReleaseForecast): string {
  return versions.map(({ revision, label }) => `r${revision} ${label}`).join(' → ');
}

/** How big and how long the release is, and how often it asks. */
export function factsText({ replicas, peakPods, persons, earliestEnd }: ReleaseForecast): string {
  return `${pods(replicas.count)}, up to ${peakPods} during the release; ${manualGatesText(persons)}; takes ${secondsText(earliestEnd)} at least`;
}

/** `Gateway istio-system/ingressgateway`, `Ingress public (ALB)`. */
export function hopText({ kind, name, namespace, detail }: Hop): string {
  const object = `${kind} ${kind === 'Gateway' && namespace !== undefined ? `${namespace}/` : ''}${name}`;
  return detail === undefined ? object : `${object} (${detail})`;
}
