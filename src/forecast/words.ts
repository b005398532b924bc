import { Share } from './release-forecast';
import { Users } from './users';
import { RevisionState } from '../simulator/release-state';

/** In percent; less than all where some of the requests find no pod. */
export function sumOfShares(shares: readonly Share[]): number {
  return shares.reduce((sum, { percent }) => sum + percent, 0);
}

/** Shares are rounded to tenths. */
const NEARLY_ALL = 99.5;

/** The percent of requests that find no pod; nothing where all find one, or are answered elsewhere. */
export function unanswered(shares: readonly Share[], elsewhere: number = 0): number | undefined {
  const sum = sumOfShares(shares) + elsewhere;
  return sum < NEARLY_ALL ? Math.round((100 - sum) * 10) / 10 : undefined;
}

/** `all users on r1`, `70 % of the users on r1, 30 % on r2`. */
export function usersText({ shares, elsewhere }: Users, verb: string = 'on'): string {
  const [first, ...others] = shares;
  if (!first) {
    return 'no pod answers the users';
  }
  const lost = unanswered(shares, elsewhere);
  const rest = `${elsewhere > 0 ? `, ${elsewhere} % on other Services` : ''}${lost === undefined ? '' : `, ${lost} % without an answer`}`;
  return others.length === 0 && rest === ''
    ? `all users ${verb} r${first.revision}`
    : `${first.percent} % of the users ${verb} r${first.revision}${others.map(({ revision, percent }) => `, ${percent} % on r${revision}`).join('')}${rest}`;
}

/** What becomes of the pods of a revision: `the pods of r2 go after 30 s`. */
export function podsText({ revision, replicas, scaleDownAt }: RevisionState, now: number): string {
  if (replicas === 0) {
    return `the pods of r${revision} go at once`;
  }
  return scaleDownAt === null ? `${pods(replicas)} of r${revision} stay${replicas === 1 ? 's' : ''}` : `the pods of r${revision} go after ${secondsText(scaleDownAt - now)}`;
}

export function pods(count: number): string {
  return `${count} ${count === 1 ? 'pod' : 'pods'}`;
}

/** `45 s`, `10 min`, `1 h 30 min`. */
export function secondsText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds % 3600 / 60);
  const rest = Math.round(seconds % 60);
  const parts = [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : '', rest > 0 ? `${rest} s` : ''].filter(Boolean);
  return parts.length === 0 ? '0 s' : parts.join(' ');
}
