import { Manifest } from '../../core/manifest';
import { at, isRecord, items, record, text } from '../../core/read';
import { Release } from '../../model/release/release';
import { SimulatorState } from '../../simulator/model/state';
import { versionServices } from '../../simulator/router/version-services';
import { Target } from '../release-forecast';
import { experimentRevision, serviceShares, subsetShares } from '../shares';
import { Ours } from './ours';
import { Led } from './way';

/** What is known of a release besides its state. */
export interface LeadContext {
  readonly isOurs: Ours;
  readonly release: Release;
}

/** Where the destinations of a route lead. */
export function leadOfRoute(state: SimulatorState, route: Manifest, context: LeadContext): Led {
  const entries = items(route.route, '').map(({ value }) => value);
  const weights = entries.map(({ weight }) => typeof weight === 'number' ? weight : entries.length === 1 ? 100 : 0);
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  const mirror = isRecord(route.mirror) ? route.mirror : record(at(items(route.mirrors, '')[0]?.value, 'destination'));
  return {
    targets: entries.map((entry, index) => targetOf(state, record(entry.destination), weights[index] * 100 / sum, context)),
    ...mirror.host !== undefined && { mirror: targetOf(state, mirror, mirrorPercent(route), context) },
  };
}

function mirrorPercent({ mirrorPercentage, mirrors }: Manifest): number {
  const value = at(mirrorPercentage, 'value') ?? at(items(mirrors, '')[0]?.value, 'percentage', 'value');
  return typeof value === 'number' ? value : 100;
}

function targetOf(state: SimulatorState, { host, subset }: Manifest, percent: number, { isOurs, release }: LeadContext): Target {
  const service = isOurs(text(host));
  const base = { percent: Math.round(percent * 10) / 10, service: service ?? text(host).split('.')[0], ...text(subset) && { subset: text(subset) } };
  if (service !== undefined) {
    return { ...base, revisions: subsetShares(state, service, text(subset)) };
  }
  const experiment = experimentRevision(release, state, base.service);
  return experiment === undefined ? { ...base, revisions: [], foreign: true } : { ...base, revisions: [{ revision: experiment, percent: 100 }] };
}

/** The two Services with their weights, for routers whose own objects are not shown. */
export function leadByWeights(release: Release, state: SimulatorState): Led {
  const services = versionServices(release, state.status, true);
  const { weights } = state.status.canary;
  const sum = weights === null ? 0 : [weights.stable, weights.canary, ...weights.additional].reduce((total, { weight }) => total + weight, 0);
  const part = (weight: number | undefined, otherwise: number) => sum === 0 ? otherwise : Math.round((weight ?? 0) * 1000 / sum) / 10;
  const target = (service: string, percent: number): Target => ({ percent, service, revisions: serviceShares(state, state.services[service]) });
  return {
    targets: [
      target(services.stable, part(weights?.stable.weight, 100)),
      target(services.canary, part(weights?.canary.weight, 0)),
      ...(weights?.additional ?? []).map(({ serviceName: service, weight }): Target => (
        { percent: part(weight, 0), service, revisions: [], foreign: true }
      )),
    ],
  };
}
