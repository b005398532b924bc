import { SimulatedRouteOptions } from './simulator-options';
import { describeState } from '../simulator/describe-state';
import { same } from '../simulator/model/same';
import { ReleaseState } from '../simulator/release-state';

/** The error of an expectation that does not hold: what is, what should be, and the whole state. */
export function unmet(name: string, state: ReleaseState, subject: string, actual: unknown, expected: unknown): Error {
  return new Error([
    `Rollout ${name} after ${state.time} s: ${subject} is ${show(actual)}, expected ${show(expected)}`,
    ...describeState(state).map((line) => `  ${line}`),
  ].join('\n'));
}

/** The weights of a route; of the only one with several destinations, unless it is named. */
export function weightsOf(state: ReleaseState, { virtualService, route }: SimulatedRouteOptions): Record<string, number> {
  const chosen = Object.entries(state.virtualServices).filter(([name]) => virtualService === undefined || name === virtualService);
  const routes = chosen.flatMap(([name, all]) => Object.entries(all).map(([key, weights]) => ({ name: `${name} ${key}`, key, weights })));
  const isMeant = ({ key, weights }: typeof routes[number]) => route === undefined ? Object.keys(weights).length > 1 : key === route;
  const found = routes.filter(isMeant);
  if (found.length !== 1) {
    const there = routes.map(({ name }) => name).join(', ') || 'none';
    throw new Error(`${found.length} routes are meant, name the VirtualService and the route; there are: ${there}`);
  }
  return found[0].weights;
}

/** The subset of that name, in the only DestinationRule. */
export function subsetOf(state: ReleaseState, subset: string): number | null {
  const subsets: Record<string, number | null> = Object.assign({}, ...Object.values(state.destinationRules));
  return known(subsets, subset, 'subset');
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
