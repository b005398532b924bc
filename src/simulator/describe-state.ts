import { ReleaseState, RevisionState } from './release-state';

/** A state in a few lines, as tests and terminals show it. */
export function describeState(state: ReleaseState): string[] {
  const step = state.steps > 0 ? ` step ${state.step}/${state.steps}` : '';
  return [
    `${state.phase}${state.message === '' ? '' : ` (${state.message})`}${step}`,
    ...state.revisions.map(describeRevision),
    pairs(state.services, ' → ', (revision) => revision === null ? 'no revision' : `r${revision}`),
    ...state.routes.map(({ name, route, weights }) => `${name} ${route}: ${pairs(weights, ' ', String)}`),
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
