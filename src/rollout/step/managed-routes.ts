import type { RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch, RolloutSpecStrategyCanaryStepsSetMirrorRoute } from '../../../imports/argoproj.io';
import { checkPercent } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { StringMatch } from '../../core/constructs/string-match';
import { Wire } from '../../core/constructs/wire';
import { compact, unlessEmpty } from '../../core/manifest';

type HeaderMatch = Wire<RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch>;
type MirrorRoute = Wire<RolloutSpecStrategyCanaryStepsSetMirrorRoute>;
type MirrorMatch = NonNullable<MirrorRoute['match']>[number];

/**
 * One header that sends a request to the new version.
 */
export interface HeaderRouteMatch {
  /**
   * The name of the header, in lower case.
   *
   * @see spec.strategy.canary.steps[].setHeaderRoute.match[].headerName
   */
  readonly headerName: string;

  /**
   * How the value of the header is compared.
   *
   * @see spec.strategy.canary.steps[].setHeaderRoute.match[].headerValue
   */
  readonly headerValue: StringMatch;
}

/**
 * The requests of which a copy goes to the new version: all conditions of one match must hold.
 */
export interface MirrorRouteMatch {
  /**
   * The HTTP method.
   *
   * @default - any method
   * @see spec.strategy.canary.steps[].setMirrorRoute.match[].method
   */
  readonly method?: StringMatch;

  /**
   * The path.
   *
   * @default - any path
   * @see spec.strategy.canary.steps[].setMirrorRoute.match[].path
   */
  readonly path?: StringMatch;

  /**
   * Headers, by name.
   *
   * @default - any headers
   * @see spec.strategy.canary.steps[].setMirrorRoute.match[].headers
   */
  readonly headers?: { [name: string]: StringMatch };
}

/**
 * Options of a mirror route.
 */
export interface MirrorRouteOptions {
  /**
   * The requests to mirror; a request that fits any of them is mirrored. At least one.
   *
   * @see spec.strategy.canary.steps[].setMirrorRoute.match
   */
  readonly match: MirrorRouteMatch[];

  /**
   * The share of these requests that is mirrored, in whole percent.
   *
   * @default 100
   * @see spec.strategy.canary.steps[].setMirrorRoute.percentage
   */
  readonly percentage?: number;
}

export function renderHeaderMatches(matches: HeaderRouteMatch[]): HeaderMatch[] {
  return matches.map((match) => ({ headerName: match.headerName, headerValue: match.headerValue._toJson() }));
}

export function renderMirrorOptions(options: MirrorRouteOptions) {
  return compact<Omit<MirrorRoute, 'name'>>({
    match: options.match.map((match) => compact<MirrorMatch>({
      method: match.method?._toJson(),
      path: match.path?._toJson(),
      headers: unlessEmpty(Object.fromEntries(Object.entries(match.headers ?? {}).map(([name, value]) => [name, value._toJson()]))),
    })),
    percentage: options.percentage,
  });
}

export function checkHeaderMatches(prop: string, matches: HeaderRouteMatch[]): Problem[] {
  return [...checkAny(prop, matches), ...matches
    .filter((match) => match.headerName === '' || match.headerValue._isEmpty)
    .map((match) => ({
      rule: 'header-match-set', prop: `${prop}.match`, wrong: 'a header needs a name and a value', got: match.headerName, remedy: 'set both',
    }))];
}

export function checkMirrorOptions(prop: string, options: MirrorRouteOptions): Problem[] {
  const empty = options.match.findIndex((match) => !match.method && !match.path && !unlessEmpty(match.headers));
  const conditions: Problem[] = empty < 0 ? [] : [{
    rule: 'mirror-match-set', prop: `${prop}.match[${empty}]`, wrong: 'has no condition', remedy: 'set a method, a path or a header',
  }];
  return [...checkAny(prop, options.match), ...conditions, ...checkPercent(`${prop}.percentage`, options.percentage)];
}

/** Without a match the controller takes the step as the removal of the route. */
function checkAny(prop: string, matches: unknown[]): Problem[] {
  return matches.length > 0 ? [] : [{
    rule: 'managed-route-match', prop: `${prop}.match`, wrong: 'is empty, and the controller would remove the route', remedy: 'pass at least one match, or use the step that removes the route',
  }];
}

export function checkRouteName(prop: string, name: string): Problem[] {
  return name === '' ? [{ rule: 'managed-route-name', prop: `${prop}.name`, wrong: 'is empty', got: name, remedy: 'name the route' }] : [];
}
