import { Cause, Share, Target, Wait } from '../../forecast/release-forecast';
import { secondsText } from '../../forecast/words';
import { ReleaseState, RevisionState } from '../../simulator/release-state';
import { causeText } from '../forecast/phrases';

export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

export function percent(value: number): string {
  return `${value} %`;
}

/** `r1 70 %, r2 30 %`. */
export function usersText(shares: readonly Share[], elsewhere: number = 0): string {
  const parts = shares.filter((share) => share.percent > 0).map((share) => `r${share.revision} ${percent(share.percent)}`);
  return [...parts, ...elsewhere > 0 ? [`other Services ${percent(elsewhere)}`] : []].join(', ') || 'nobody answers: 503';
}

/** The verb of a command of the kubectl plugin, as far as a column is wide. */
function verb(command: string): string {
  return (/\brollouts? (\S+)/.exec(command)?.[1] ?? 'command').slice(0, 9);
}

/** What led to a moment, as a heading. */
export function heading(cause: Cause): string {
  return capital(causeText(cause));
}

/** What led to a moment, in two short lines for a column of the chart. */
export function causeLabel(cause: Cause): readonly [string, string] {
  switch (cause.kind) {
    case 'before': return ['before', ''];
    case 'commit': return ['commit', ''];
    case 'pods': return ['pods', 'ready'];
    case 'person': return [verb(cause.command), ''];
    case 'time': return timeLabel(cause.seconds, '+');
    case 'analysis': return [cause.what === 'experiment' || cause.what === 'plugin' ? cause.what : 'analysis', 'succeeds'];
  }
}

/** How many signs of a time a line of the narrowest column holds. */
const TIME_SIGNS = 7;

/** A time in two short lines for a column of the chart: `1h 18m` and `30s`. */
export function timeLabel(seconds: number, sign: string = ''): readonly [string, string] {
  const parts = secondsText(seconds).replace(/ (h|m|s)(?:in)?/g, '$1').split(' ');
  const count = parts.slice(0, 2).join(' ').length > TIME_SIGNS ? 1 : 2;
  return [sign + parts.slice(0, count).join(' '), parts.slice(count).join(' ')];
}

export function waitLabel(wait: Wait): readonly [string, string] {
  switch (wait.kind) {
    case 'nothing': return ['', ''];
    case 'time': return timeLabel(wait.seconds);
    case 'pods':
    case 'person':
    case 'analysis': return [wait.kind, ''];
  }
}

/** `r2 3/3 ready, canary`; of a revision that is new to the reader also what it runs. */
export function podsText({ revision, ready, replicas, roles, scaleDownAt }: RevisionState, now: number, label?: string): string {
  const counted = replicas === 0 && ready === 0 ? 'no pods' : `${ready}/${replicas} ready`;
  return [`r${revision}${label ? ` (${label} again)` : ''} ${counted}`, ...roles, ...goes(replicas, scaleDownAt, now)].join(', ');
}

/** A deadline stays in the state when it is over. */
export function goes(replicas: number, scaleDownAt: number | null, now: number): string[] {
  return scaleDownAt === null || replicas === 0 || scaleDownAt < now ? [] : [`goes in ${secondsText(scaleDownAt - now)}`];
}

export function targetText(target: Target): string {
  const name = [target.service, target.subset].filter(Boolean).join(' subset ');
  if (target.foreign) {
    return `${percent(target.percent)} ${name} (not of this release)`;
  }
  const [only, ...others] = target.revisions;
  const answers = only === undefined ? 'no pods: 503' : others.length === 0 ? `r${only.revision}` : usersText(target.revisions);
  return `${percent(target.percent)} ${name} (${answers})`;
}

export function selected(revision: number | null): string {
  return revision === null ? 'pods of all revisions' : `r${revision}`;
}

/** What Services and subsets select, as `app → r1` and `app/stable → r1`. */
export function selectorsText(state: ReleaseState): string[] {
  return Object.entries(state.services).map(([name, revision]) => `${name} → ${selected(revision)}`);
}

/** Of the routes that have destinations: redirects and direct responses have none. */
export function weightsText(state: ReleaseState): string[] {
  return state.routes.flatMap(({ name, route, weights }) => {
    const parts = Object.entries(weights).map(([destination, weight]) => `${destination} ${weight}`);
    return parts.length === 0 ? [] : [`${name} ${route}: ${parts.join(', ')}`];
  });
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
