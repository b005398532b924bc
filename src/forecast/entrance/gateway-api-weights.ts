import { Ours } from './ours';
import { selects } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { at, isRecord, items, list, namespaceOf, record, text } from '../../core/read';
import { SimulatorState } from '../../simulator/model/state';

/** What the plugin calls the kinds of routes. */
const KEYS: Record<string, string> = { HTTPRoute: 'httpRoute', GRPCRoute: 'grpcRoute', TLSRoute: 'tlsRoute', TCPRoute: 'tcpRoute' };

/** Whether a plugin of the Rollout writes the weights of the route: it names it, in one of three ways. */
export function isWeighted(rollout: Manifest, route: Manifest): boolean {
  const key = KEYS[text(route.kind)];
  const { name, labels } = record(route.metadata);
  const plugins = record(at(rollout, 'spec', 'strategy', 'canary', 'trafficRouting', 'plugins'));
  return Object.values(plugins).filter(isRecord).some((config) => {
    const names = [config[key], ...items(config[`${key}s`], '').map(({ value }) => value.name)];
    const [wanted, actual] = [text(config.namespace) || namespaceOf(rollout), namespaceOf(route)];
    const isNear = wanted === actual || wanted === undefined || actual === undefined;
    return isNear && (names.includes(name) || selects(at(config, `${key}Selector`, 'matchLabels'), record(labels)));
  });
}

/** The route with the weights of the release: in every rule, for both Services. */
export function withWeights(asIstio: Manifest, { status }: SimulatorState, isOurs: Ours): Manifest {
  const { weights } = status.canary;
  const written = weights === null ? [] : [weights.canary, weights.stable];
  return {
    ...asIstio,
    route: list(asIstio.route).map((entry) => {
      const found = written.find(({ serviceName }) => serviceName === isOurs(entry.destination.host));
      return found ? { ...entry, weight: found.weight } : entry;
    }),
  };
}
