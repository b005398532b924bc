import { Attachment, attachmentsOf } from './attachment';
import { hopsTo, virtualServiceHop } from './hops';
import { leadOfRoute } from './lead';
import { ManagedRoute, managedRoutes } from './managed-routes';
import { matchText } from './match-text';
import { keysOfHost, keysOfServices, Ours, oursOf } from './ours';
import { audienceOf, entranceOf, nameIn, Way } from './way';
import { Manifest } from '../../core/manifest';
import { at, items, list, namespaceOf, record, text } from '../../core/read';
import { VIRTUAL_SERVICE } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { SetIndex } from '../../model/manifests/set-index';
import { canaryOf } from '../../model/release/fields';
import { destinationsOf, PROTOCOLS } from '../../model/routing/istio/fields';
import { readRoles } from '../../model/summary/read-strategy';
import { SimulatorState } from '../../simulator/model/state';
import { Start } from '../../simulator/start/start';

/** VirtualServices by the Services to which their routes lead, with the namespace and in any. */
const LEADING = new SetIndex(VIRTUAL_SERVICE, (virtualService) => (
  destinationsOf(virtualService).flatMap(({ value }) => keysOfHost(text(value.host), namespaceOf(virtualService)))
));

/** The ways through the routes of VirtualServices, with those that the controller adds for a while. */
export function virtualServiceWays(set: ManifestSet, rollout: Manifest, start: Start): Way[] {
  const ours = oursOf(rollout, start);
  const found = new Set(keysOfServices(rollout, start).flatMap((key) => LEADING.find(set, key)));
  const leadsHere = (virtualService: Manifest) => (
    destinationsOf(virtualService).some(({ value }) => ours(virtualService)(text(value.host)) !== undefined)
  );
  return [...found].filter(leadsHere).flatMap((virtualService) => attachmentsOf(set, virtualService).flatMap((attachment, index) => (
    waysOfOne(set, { rollout, start, virtualService, attachment, isOurs: ours(virtualService), suffix: index === 0 ? '' : `#${index + 1}` })
  )));
}

/** A VirtualService as requests come to it. */
interface Source {
  readonly rollout: Manifest;
  readonly start: Start;
  readonly virtualService: Manifest;
  readonly attachment: Attachment;
  readonly isOurs: Ours;
  /** Tells several roots of one delegate apart. */
  readonly suffix: string;
}

function waysOfOne(set: ManifestSet, source: Source): Way[] {
  const { rollout, start: { release, state }, virtualService, attachment, isOurs } = source;
  const specOf = specReader(state, virtualService);
  const known = reachable(specOf(state)).filter(({ route }) => leadsToOurs(route, isOurs));
  const managed = specOf.isManaged ? managedRoutes(list(canaryOf(rollout)?.steps)).filter(({ name }) => !known.some(({ key }) => key === name)) : [];
  const hops = hopsTo(set, attachment);
  const label = nameIn(namespaceOf(rollout), virtualService) + source.suffix;
  const way = (key: string, match: string | undefined, audience: Way['entrance']['audience']): Way => ({
    entrance: entranceOf(
      `${label}/${key}`, audience, attachment.hosts, [...hops, virtualServiceHop(virtualService, key)],
      [attachment.match, match].filter(Boolean).join(', ') || undefined,
    ),
    lead: (current) => {
      const found = routesOf(specOf(current)).find((candidate) => candidate.key === key);
      return found && leadOfRoute(current, found.route, { isOurs, release });
    },
  });
  const roles = rolesReader(rollout, isOurs);
  return [
    ...managed.map(({ name, match, audience }: ManagedRoute) => way(name, match, audience)),
    ...known.map(({ protocol, key, route }) => way(key, matchText(protocol, route), audienceOf(roles(route)))),
  ];
}

/** The spec at a moment: the controller rewrites those that the Rollout names. */
function specReader(state: SimulatorState, virtualService: Manifest) {
  const index = state.routingObjects.findIndex(({ metadata: { name, namespace } }) => (
    name === at(virtualService, 'metadata', 'name') && namespace === namespaceOf(virtualService)
  ));
  const read = (current: SimulatorState): Manifest => record(index === -1 ? virtualService.spec : current.routingObjects[index].spec);
  return Object.assign(read, { isManaged: index !== -1 });
}

function rolesReader(rollout: Manifest, isOurs: Ours): (route: Manifest) => string[] {
  const { services, subsets } = readRoles(record(at(rollout, 'spec', 'strategy')));
  return (route) => items(route.route, '').map(({ value }) => {
    const { host, subset } = record(value.destination);
    const service = isOurs(text(host));
    return subsets[text(subset)] ?? services.find(({ name }) => name === service)?.role ?? '';
  });
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

/** The routes that get requests: none that stands behind one which takes all. */
function reachable(spec: Manifest): KeyedRoute[] {
  const all = routesOf(spec);
  const takesAll = ({ protocol, route }: KeyedRoute) => matchText(protocol, route) === undefined;
  return all.filter(({ protocol }, index) => !all.slice(0, index).some((before) => before.protocol === protocol && takesAll(before)));
}

function leadsToOurs(route: Manifest, isOurs: Ours): boolean {
  return items(route.route, '').some(({ value }) => isOurs(text(at(value, 'destination', 'host'))) !== undefined);
}
