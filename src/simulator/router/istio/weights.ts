import { orderRoutes } from './managed-routes';
import { hostOf, istioServices, updateVirtualServices } from './objects';
import { Manifest } from '../../../core/manifest';
import { httpRouteIndexes, tcpRouteIndexes, tlsRouteIndexes } from '../../../model/routing/istio/route-indexes';
import { DestinationRuleTarget, destinationRuleTarget, VirtualServiceTarget } from '../../../model/routing/istio/targets';
import { Pass, PassFailed } from '../../controller/pass';
import { WeightDestination } from '../../model/status';
import { VersionServices } from '../version-services';

/** Writes the weights of all routes of the release. */
export function setWeight(pass: Pass, weight: number, additional: readonly WeightDestination[]): void {
  const shares: Shares = {
    weight,
    additional,
    services: istioServices(pass),
    rule: destinationRuleTarget(pass.release),
  };
  updateVirtualServices(pass, (spec, target) => {
    const weighted = weightAll(pass, spec, target, shares);
    return weighted === spec ? spec : orderRoutes(pass.release, weighted);
  });
}

interface Shares {
  readonly weight: number;
  readonly additional: readonly WeightDestination[];
  readonly services: VersionServices;
  readonly rule: DestinationRuleTarget | undefined;
}

function weightAll(pass: Pass, spec: Manifest, target: VirtualServiceTarget, shares: Shares): Manifest {
  const { http = [], tls = [], tcp = [] } = spec;
  const indexes = httpRouteIndexes([...target.routes, ...managedMirrors(pass, http)], http);
  if (typeof indexes === 'string') {
    throw new PassFailed(indexes);
  }
  return [
    ['http', indexes] as const,
    ['tls', tlsRouteIndexes(target.tlsRoutes, tls)] as const,
    ['tcp', tcpRouteIndexes(target.tcpRoutes, tcp)] as const,
  ].reduce((written, [protocol, chosen]) => weightRoutes(written, protocol, chosen, shares), spec);
}

/** Mirror routes that the controller has made keep the weights too. */
function managedMirrors({ canary: { managedRoutes } }: Pass, http: Manifest[]): string[] {
  return http.filter(({ name, mirror }) => mirror && managedRoutes.includes(name)).map(({ name }) => name);
}

function weightRoutes(spec: Manifest, protocol: string, indexes: number[], shares: Shares): Manifest {
  return indexes.reduce((written, index) => {
    const route = written[protocol][index];
    const entries = weightEntries(route.route ?? [], shares);
    if (entries === undefined) {
      return written;
    }
    const routes = written[protocol].map((other: Manifest, at: number) => at === index ? { ...route, route: entries } : other);
    return { ...written, [protocol]: routes };
  }, spec);
}

/** The destinations with their weights; nothing where all have them already. */
function weightEntries(entries: Manifest[], shares: Shares): Manifest[] | undefined {
  const known = new Set(entries.map(hostOf));
  const added = shares.additional.filter(({ serviceName }) => !known.has(serviceName));
  const changes = [
    ...entries.map((entry) => ({ host: hostOf(entry), from: entry.weight ?? 0, to: weightOf(entry, entries, shares) })),
    ...added.map(({ serviceName, weight }) => ({ host: serviceName, from: 0, to: weight })),
  ].map((change, index) => ({ ...change, index })).filter(({ from, to }) => from !== (to ?? 0));
  return changes.length === 0 ? undefined : changes.reduce(apply, entries);
}

interface Change {
  readonly index: number;
  readonly host: string;
  /** Nothing for what belongs to nobody: it loses its users, and goes. */
  readonly to: number | undefined;
}

/** The places are those before the first change, so one that goes makes later changes hit its neighbours. */
function apply(entries: Manifest[], { index, host, to }: Change): Manifest[] {
  if (index >= entries.length) {
    return [...entries, { destination: { host }, weight: to ?? 0 }];
  }
  return to === undefined
    ? entries.filter((_, at) => at !== index)
    : entries.map((entry, at) => at === index ? { ...entry, weight: to } : entry);
}

function weightOf(entry: Manifest, entries: Manifest[], shares: Shares): number | undefined {
  const { services, rule, weight, additional } = shares;
  const host = hostOf(entry);
  const subset = entry.destination?.subset || undefined;
  if (host === '') {
    return entry.weight ?? 0;
  }
  if (host === services.canary || (subset && subset === rule?.canarySubset)) {
    return weight;
  }
  if (host === services.stable || (subset && subset === rule?.stableSubset)) {
    return stableWeight(entries, shares);
  }
  const experiment = additional.find(({ serviceName }) => serviceName === host);
  return experiment ? experiment.weight : isAdditional(entry, rule) ? entry.weight ?? 0 : undefined;
}

function stableWeight(entries: Manifest[], { weight, additional, rule }: Shares): number {
  const experiments = additional.reduce((sum, destination) => sum + destination.weight, 0);
  const others = entries.filter((entry) => isAdditional(entry, rule)).reduce((sum, entry) => sum + (entry.weight ?? 0), 0);
  return Math.max(0, 100 - weight - experiments - others);
}

function isAdditional({ destination }: Manifest, rule: DestinationRuleTarget | undefined): boolean {
  return Boolean(destination?.subset) && (rule?.additionalSubsets ?? []).includes(destination.subset);
}
