import { SimulatedRouteOptions } from './simulator-options';
import { describeState } from '../simulator/describe-state';
import { same } from '../simulator/model/same';
import { ReleaseState, RouteState } from '../simulator/release-state';

/** The error of an expectation that does not hold: what is, what should be, and the whole state. */
export function unmet(name: string, state: ReleaseState, subject: string, actual: unknown, expected: unknown): Error {
  return new Error([
    `Rollout ${name} after ${state.time} s: ${subject} is ${show(actual)}, expected ${show(expected)}`,
    ...describeState(state).map((line) => `  ${line}`),
  ].join('\n'));
}

/** The weights of a route; of the only one with several destinations, unless it is named. */
export function weightsOf(state: ReleaseState, options: SimulatedRouteOptions): Record<string, number> {
  const found = state.routes.filter((route) => isMeant(route, options));
  if (found.length !== 1) {
    const there = state.routes.map(({ kind, name, route }) => `${kind} ${name} ${route}`).join(', ') || 'none';
    throw new Error(`${found.length} routes match; name the object and the route, there are: ${there}`);
  }
  return found[0].weights;
}

function isMeant({ kind, name, route, weights }: RouteState, options: SimulatedRouteOptions): boolean {
  return (options.kind ?? kind) === kind
    && (options.object ?? name) === name
    && (options.route === undefined ? Object.keys(weights).length > 1 : options.route === route);
}

/** The value of that name, which must be there. */
export function known<T>(record: Record<string, T>, name: string, what: string): T {
  if (!Object.hasOwn(record, name)) {
    throw new Error(`there is no ${what} ${name}; there are: ${Object.keys(record).join(', ') || 'none'}`);
  }
  return record[name];
}

export function isSame(one: unknown, other: unknown): boolean {
  return same(one, other);
}

function show(value: unknown): string {
  return value === null ? 'not set' : JSON.stringify(value);
}
