import { Audience, audienceOf } from './audience-of';
import { Manifest } from '../../../core/manifest';
import { at, items, Located, namespaceOf, text } from '../../../core/read';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { serviceKeyOfHost } from '../../../model/routing/istio/fields';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';

/** An HTTP route of a VirtualService before and after. */
export interface RoutePair {
  readonly old: Located;
  readonly now: Located;
}

/** The routes that are on both sides: of one name, or without one of the same destinations. */
export function routePairs(old: Manifest, now: Manifest): RoutePair[] {
  const [before, after] = [old, now].map((route) => items(at(route, 'spec', 'http'), 'spec.http'));
  const keyOf = ({ value }: Located) => text(value.name) ? `name ${value.name}` : JSON.stringify(value.route);
  const only = (routes: Located[], key: string) => {
    const found = routes.filter((route) => keyOf(route) === key);
    return found.length === 1 ? found[0] : undefined;
  };
  return after.flatMap((route) => {
    const was = only(before, keyOf(route));
    return was && only(after, keyOf(route)) ? [{ old: was, now: route }] : [];
  });
}

/** Whom the destinations of a route are for; nothing where one is for nobody known. */
export function audiencesOf(set: ManifestSet, virtualService: Manifest, { value }: Located): Audience[] | undefined {
  const found = items(value.route, '').map(({ value: { destination } }) => {
    const service = serviceKeyOfHost(text(at(destination, 'host')), namespaceOf(virtualService));
    return service === undefined ? undefined : audienceOf(set, service, text(at(destination, 'subset')));
  });
  const known = found.flatMap((audience) => audience ?? []);
  return known.length > 0 && known.length === found.length ? known : undefined;
}

export const isForTesters = (audiences: readonly Audience[] | undefined) => audiences !== undefined && audiences.every(({ who }) => who === 'testers');

/** How severe it is that users come to what is for testers: both lead to one version until a release starts. */
export function severityOfLeak(audiences: readonly Audience[], { rollouts }: Environment): Severity {
  const manifests = new Set(audiences.flatMap((audience) => audience.rollouts));
  const isStarting = rollouts.some(({ now, release }) => release === 'starts' && now !== undefined && manifests.has(now.manifest));
  return isStarting ? Severity.ERROR : Severity.WARNING;
}
