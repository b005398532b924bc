import { matchText } from './match-text';
import { Manifest } from '../../core/manifest';
import { items, record, text } from '../../core/read';
import { Audience } from '../release-forecast';

/** A route that a step makes. */
export interface ManagedRoute {
  readonly name: string;
  readonly match: string;
  readonly audience: Audience;
}

/** The header routes lead testers to the canary; mirrored requests are the users'. */
export function managedRoutes(steps: readonly Manifest[]): ManagedRoute[] {
  const routes = steps.flatMap((step) => {
    const { name, match } = record(step.setHeaderRoute ?? step.setMirrorRoute);
    const blocks = items(match, '').map(({ value }) => step.setHeaderRoute
      ? { headers: { [text(value.headerName)]: value.headerValue } }
      : { method: value.method, uri: value.path, headers: value.headers });
    const audience: Audience = step.setHeaderRoute ? 'testers' : 'users';
    return blocks.length === 0 ? [] : [{ name: text(name), match: matchText('http', { match: blocks }) ?? '', audience }];
  });
  return routes.filter(({ name }, index) => routes.findIndex((other) => other.name === name) === index);
}
