import { Audience, audienceOf } from './audience-of';
import { Manifest } from '../../../core/manifest';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { Route } from '../../../model/routing/route';
import { routesOf } from '../../../model/routing/routes';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';

/** A route before and after. */
export interface RoutePair {
  readonly old: Route;
  readonly now: Route;
}

/** The routes that are on both sides: of one name, or without one of the same destinations. */
export function routePairs(old: Manifest, now: Manifest): RoutePair[] {
  const [before, after] = [old, now].map(routesOf);
  const only = (routes: readonly Route[], key: string) => {
    const found = routes.filter((route) => keyOf(route) === key);
    return found.length === 1 ? found[0] : undefined;
  };
  return after.flatMap((route) => {
    const was = only(before, keyOf(route));
    return was && only(after, keyOf(route)) ? [{ old: was, now: route }] : [];
  });
}

function keyOf({ protocol, name, destinations }: Route): string {
  return JSON.stringify([protocol, name ?? destinations.map(({ path, ...destination }) => destination)]);
}

/** Whom the destinations of a route are for; nothing where one is for nobody known. */
export function audiencesOf(set: ManifestSet, { destinations }: Route): Audience[] | undefined {
  const known = destinations.flatMap((destination) => audienceOf(set, destination) ?? []);
  return known.length > 0 && known.length === destinations.length ? known : undefined;
}

export const isForTesters = (audiences: readonly Audience[] | undefined) => audiences !== undefined && audiences.every(({ who }) => who === 'testers');

/** How severe it is that users come to what is for testers: both lead to one version until a release starts. */
export function severityOfLeak(audiences: readonly Audience[], { rollouts }: Environment): Severity {
  const manifests = new Set(audiences.flatMap((audience) => audience.rollouts));
  const isStarting = rollouts.some(({ now, release }) => release === 'starts' && now !== undefined && manifests.has(now.manifest));
  return isStarting ? Severity.ERROR : Severity.WARNING;
}
