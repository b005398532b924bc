import { hopsTo, textsOf } from './hops';
import { leadOfRoute } from './lead';
import { matchText } from './match-text';
import { audienceOf, entranceOf, nameIn, Way } from './way';
import { Manifest } from '../../core/manifest';
import { at, items, list, namespaceOf, record, text } from '../../core/read';
import { VIRTUAL_SERVICE } from '../../plan/kinds';
import { ManifestSet } from '../../plan/manifest-set';
import { readRoles } from '../../plan/read-strategy';
import { near, SetIndex } from '../../plan/set-index';
import { SimulatorState } from '../../simulator/model/state';
import { Start } from '../../simulator/start/start';
import { Audience } from '../release-forecast';

const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

/** VirtualServices by the Services to which their routes lead; those of a DestinationRule's host among them. */
const LEADING = new SetIndex(VIRTUAL_SERVICE, (virtualService) => destinationsOf(virtualService).map((host) => serviceKey(virtualService, host)));
const DELEGATING = new SetIndex(VIRTUAL_SERVICE, (virtualService) => items(at(virtualService, 'spec', 'http'), '').flatMap(({ value }) => {
  const { name, namespace } = record(value.delegate);
  return text(name) ? [`${text(namespace) || (namespaceOf(virtualService) ?? '')}/${text(name)}`] : [];
}));

/** The ways through the routes of VirtualServices, with those that the controller adds for a while. */
export function virtualServiceWays(set: ManifestSet, rollout: Manifest, start: Start): Way[] {
  const services = Object.keys(start.state.services);
  const found = new Set(services.flatMap((service) => LEADING.find(set, near(rollout, service))));
  return [...found].flatMap((virtualService) => waysOfOne(set, rollout, start, virtualService));
}

function waysOfOne(set: ManifestSet, rollout: Manifest, { release, state }: Start, virtualService: Manifest): Way[] {
  const index = state.virtualServices.findIndex(({ name, namespace }) => (
    name === at(virtualService, 'metadata', 'name') && namespace === namespaceOf(virtualService)
  ));
  const specOf = (current: SimulatorState): Manifest => record(index === -1 ? virtualService.spec : current.virtualServices[index].spec);
  const isOurs = (host: string) => Object.hasOwn(state.services, host.split('.')[0]) && serviceKey(virtualService, host) === near(rollout, host.split('.')[0]);
  const [hosts, gateways] = attachment(set, virtualService);
  const label = nameIn(namespaceOf(rollout), virtualService);
  const known = routesOf(specOf(state)).filter(({ route }) => leadsToOurs(route, isOurs));
  const managed = index === -1 ? [] : managedRoutes(release.steps).filter(({ name }) => !known.some(({ key }) => key === name));
  const way = (key: string, match: string | undefined, audience: Audience): Way => ({
    entrance: entranceOf(
      `${label}/${key}`, audience, hosts,
      [...hopsTo(set, virtualService, hosts, gateways), { kind: 'VirtualService', name: text(at(virtualService, 'metadata', 'name')), ...namespaceOf(virtualService) && { namespace: namespaceOf(virtualService) }, detail: `route ${key}` }],
      match,
    ),
    lead: (current) => {
      const found = routesOf(specOf(current)).find((candidate) => candidate.key === key);
      return found && leadOfRoute(current, found.route, isOurs);
    },
  });
  const { services, subsets } = readRoles(record(at(rollout, 'spec', 'strategy')));
  const rolesOf = (route: Manifest) => items(route.route, '').map(({ value }) => {
    const { host, subset } = record(value.destination);
    return subsets[text(subset)] ?? services.find(({ name }) => isOurs(text(host)) && name === text(host).split('.')[0])?.role ?? '';
  });
  return [
    ...managed.map(({ name, match, audience }) => way(name, match, audience)),
    ...known.map(({ protocol, key, route }) => way(key, matchText(protocol, route), audienceOf(rolesOf(route)))),
  ];
}

/** A route with its protocol and what it is called; one without a name goes by its place. */
interface KeyedRoute {
  readonly protocol: string;
  readonly key: string;
  readonly route: Manifest;
}

function routesOf(spec: Manifest): KeyedRoute[] {
  return PROTOCOLS.flatMap((protocol) => list(spec[protocol]).map((value, index) => {
    const route = record(value);
    return { protocol, key: text(route.name) || `${protocol}[${index}]`, route };
  }));
}

function leadsToOurs(route: Manifest, isOurs: (host: string) => boolean): boolean {
  return items(route.route, '').some(({ value }) => isOurs(text(at(value, 'destination', 'host'))));
}

/** The header routes lead testers to the canary; mirrored requests are the users'. */
function managedRoutes(steps: readonly Manifest[]): Array<{ name: string; match: string; audience: Audience }> {
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

/** The hosts and Gateways; a VirtualService without hosts has those of the one that delegates to it. */
function attachment(set: ManifestSet, virtualService: Manifest): [hosts: string[], gateways: string[]] {
  const own = textsOf(at(virtualService, 'spec', 'hosts'));
  const [root] = own.length > 0 ? [virtualService] : DELEGATING.find(set, near(virtualService, text(at(virtualService, 'metadata', 'name'))));
  const gateways = textsOf(at(root, 'spec', 'gateways'));
  return [textsOf(at(root, 'spec', 'hosts')), gateways.length > 0 ? gateways : ['mesh']];
}

function destinationsOf(virtualService: Manifest): string[] {
  return PROTOCOLS.flatMap((protocol) => items(at(virtualService, 'spec', protocol), '').flatMap(({ value }) => (
    items(value.route, '').map(({ value: entry }) => text(at(entry, 'destination', 'host')))
  )));
}

/** A short host is completed with the namespace of its VirtualService. */
function serviceKey(virtualService: Manifest, host: string): string {
  const [service, namespace] = host.split('.');
  return `${namespace ?? (namespaceOf(virtualService) ?? '')}/${service}`;
}
