/** What a release looks like at one moment: the form that the simulator prints too. */
export interface ReleaseState {
  /** Seconds of the waits so far; what an event itself takes is not counted. */
  readonly time: number;
  readonly phase: string;
  readonly message: string;
  readonly step: number;
  readonly steps: number;
  readonly revisions: RevisionState[];
  /** The revision whose pods a Service selects; null before the controller has touched it. */
  readonly services: Record<string, number | null>;
  /** Weights by VirtualService, route, and host or subset. */
  readonly virtualServices: Record<string, Record<string, Record<string, number>>>;
  /** The revision of each subset's pods. */
  readonly destinationRules: Record<string, Record<string, number | null>>;
}

export interface RevisionState {
  readonly revision: number;
  readonly roles: string[];
  readonly replicas: number;
  readonly ready: number;
  readonly scaleDownAt: number | null;
}

/** The state in a few lines, as tests write it. */
export function describeState(state: ReleaseState): string[] {
  const step = state.steps > 0 ? ` step ${state.step}/${state.steps}` : '';
  return [
    `${state.phase}${state.message === '' ? '' : ` (${state.message})`}${step}`,
    ...state.revisions.map(describeRevision),
    pairs(state.services, ' → ', (revision) => revision === null ? 'no revision' : `r${revision}`),
    ...Object.entries(state.virtualServices).flatMap(([name, routes]) => (
      Object.entries(routes).map(([route, weights]) => `${name} ${route}: ${pairs(weights, ' ', String)}`)
    )),
    ...Object.entries(state.destinationRules).map(([name, subsets]) => (
      `${name} subsets: ${pairs(subsets, ' → ', (revision) => revision === null ? 'all' : `r${revision}`)}`
    )),
  ].filter((line) => line !== '');
}

function describeRevision(revision: RevisionState): string {
  return [
    `r${revision.revision}`,
    `${revision.ready}/${revision.replicas}`,
    ...revision.roles,
    ...revision.scaleDownAt === null ? [] : [`until ${revision.scaleDownAt}s`],
  ].join(' ');
}

function pairs<T>(record: Record<string, T>, sign: string, show: (value: T) => string): string {
  return Object.entries(record).map(([key, value]) => `${key}${sign}${show(value)}`).join(', ');
}
