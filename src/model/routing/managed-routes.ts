import { headerConditions, httpConditions } from './istio/read-match';
import { Condition, RouteMatch } from './route';
import { Manifest } from '../../core/manifest';
import { items } from '../../core/read';
import { Release, stepsIn } from '../release/release';
import { actionOf } from '../release/steps';

/** A route that a step makes, and that the controller removes at the end. */
export interface ManagedRoute {
  readonly name: string;
  /** Whether it sends requests with a header to the new version, or copies requests to it. */
  readonly kind: 'header' | 'mirror';
  readonly matches: readonly RouteMatch[];
}

/** The routes that the steps of a release make, as the first step that names each makes it. */
export function managedRoutes(release: Pick<Release, 'strategy'>): ManagedRoute[] {
  const made = stepsIn(release).flatMap((step) => {
    const [header, mirror] = [actionOf(step, 'setHeaderRoute'), actionOf(step, 'setMirrorRoute')];
    return [
      ...header ? [{ name: header.name, kind: 'header' as const, matches: matchesOf(header.match, `${step.path}.setHeaderRoute`, headerConditions) }] : [],
      ...mirror ? [{ name: mirror.name, kind: 'mirror' as const, matches: matchesOf(mirror.match, `${step.path}.setMirrorRoute`, mirrorConditions) }] : [],
    ];
  }).filter(({ matches }) => matches.length > 0);
  return made.filter(({ name }, index) => made.findIndex((other) => other.name === name) === index);
}

function matchesOf(match: unknown, path: string, conditions: (match: Manifest) => Condition[]): RouteMatch[] {
  return items(match, `${path}.match`).map((entry) => ({ conditions: conditions(entry.value), path: entry.path }));
}

function mirrorConditions({ method, path, headers }: Manifest): Condition[] {
  return httpConditions({ method, uri: path, headers });
}
