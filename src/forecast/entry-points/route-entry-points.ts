import { audienceOf } from './audience';
import { entranceOf, EntryPoint } from './entry-point';
import { hopsTo, isMesh } from './hops';
import { matchText } from './match-text';
import { weightedDestinations } from './status-weights';
import { serviceInRelease, targetsOf } from './targets';
import { Manifest } from '../../core/manifest';
import { at, namespaceOf, shown } from '../../core/read';
import { KindName, kindOf } from '../../model/manifests/manifest-set';
import { rootServices } from '../../model/release/routers';
import { Attachment } from '../../model/routing/adapter';
import { ManagedRoute, managedRoutes } from '../../model/routing/managed-routes';
import { rolesOfDestination } from '../../model/routing/roles';
import { Route } from '../../model/routing/route';
import { attachmentsOf, CalledRoute, objectsNear, reachableRoutes, routeId, ROUTING_KINDS, routesOf, weightedRoutes } from '../../model/routing/routes';
import { SimulatorState } from '../../simulator/model/state';
import { ReleaseContext } from '../release-context';
import { Audience } from '../release-forecast';

/** The entry points whose requests pass a route to a Service of the release, with the routes that the controller adds for a while. */
export function routeEntryPoints(context: ReleaseContext): EntryPoint[] {
  return objectsOf(context).flatMap((object) => attachmentsOf(context.set, object).flatMap((attachment, index) => (
    ofObject(context, { object, attachment, suffix: index === 0 ? '' : `#${index + 1}` })
  )));
}

/** The objects with a route to a Service of the release, or to one at which its traffic is split; by kind. */
function objectsOf({ set, release, initial }: ReleaseContext): Manifest[] {
  const { namespace } = release;
  const services = [...Object.keys(initial.services), ...rootServices(release)];
  const found = new Set(services.flatMap((name) => objectsNear(set, { name, ...namespace !== undefined && { namespace } })));
  const isOf = (object: Manifest, { group, kind }: KindName) => kindOf(object).kind === kind && kindOf(object).group === group;
  return ROUTING_KINDS.flatMap((kind) => [...found].filter((object) => isOf(object, kind)));
}

/** An object as requests come to it. */
interface Source {
  readonly object: Manifest;
  readonly attachment: Attachment;
  /** Tells several attachments of one object apart. */
  readonly suffix: string;
}

function ofObject(context: ReleaseContext, source: Source): EntryPoint[] {
  const { release, initial } = context;
  const objectAt = objectReader(initial, source.object);
  const now = objectAt(initial);
  const weighted = weightedRoutes(release, now);
  const known = reachableRoutes(now).filter((route) => (
    weighted.includes(route) || route.destinations.some((destination) => serviceInRelease(context, destination) !== undefined)
  ));
  const managed = objectAt.isSimulated ? managedRoutes(release).filter(({ name }) => !known.some(({ key }) => key === name)) : [];
  const routeAt = (key: string) => (state: SimulatorState) => routesOf(objectAt(state)).find((route) => route.key === key);
  return [
    ...managed.map((route) => entryPoint(context, source, {
      route: { object: source.object, key: route.name, hosts: [], matches: route.matches },
      audience: managedAudience(route),
      isWeighted: false,
      at: routeAt(route.name),
    })),
    ...known.map((route) => entryPoint(context, source, {
      route,
      audience: audienceOf(route.destinations.map((destination) => rolesOfDestination(release, destination))),
      isWeighted: weighted.includes(route),
      at: objectAt.isSimulated ? routeAt(route.key)
        : weighted.includes(route) ? (state) => ({ ...route, destinations: weightedDestinations(release, state, route) }) : () => route,
    })),
  ];
}

/** The object at a moment: the controller rewrites those that the Rollout names. */
function objectReader(initial: SimulatorState, object: Manifest) {
  const index = initial.routingObjects.findIndex((other) => isSameObject(other, object));
  return Object.assign((state: SimulatorState) => index === -1 ? object : state.routingObjects[index], { isSimulated: index !== -1 });
}

function isSameObject(one: Manifest, other: Manifest): boolean {
  return one.kind === other.kind && at(one, 'metadata', 'name') === at(other, 'metadata', 'name') && namespaceOf(one) === namespaceOf(other);
}

/** A header sends testers to the new version; mirrored requests are the users'. */
function managedAudience({ kind }: ManagedRoute): Audience {
  return kind === 'header' ? 'testers' : 'users';
}

/** A route, for whom it is, and what it is at a moment. */
interface Found {
  readonly route: CalledRoute;
  readonly audience: Audience;
  readonly isWeighted: boolean;
  readonly at: (state: SimulatorState) => Pick<Route, 'destinations' | 'mirrors'> | undefined;
}

function entryPoint(context: ReleaseContext, { object, attachment, suffix }: Source, found: Found): EntryPoint {
  const { route, audience, isWeighted } = found;
  const isIngress = attachment.parents.some(({ kind }) => kind === 'loadBalancer');
  const path = hopsTo(context.set, attachment, route);
  const match = [matchText(attachment.matches ?? []), matchText(route.matches, isIngress)].filter(Boolean).join(', ');
  // An object that stands for its load balancer has a host for each of its routes.
  const hosts = !isIngress ? attachment.hosts : route.hosts.length === 0 ? ['*'] : route.hosts;
  return {
    entrance: entranceOf({ id: routeId(route, nameIn(context.release.namespace, object) + suffix), audience, hosts, path, match }),
    isWeighted,
    isMesh: isMesh(attachment),
    targetsAt: (state) => {
      const current = found.at(state);
      return current && targetsOf(context, state, current);
    },
  };
}

/** The name, with the namespace where it is another one than that of the release. */
function nameIn(namespace: string | undefined, object: Manifest): string {
  const [name, own] = [shown(at(object, 'metadata', 'name')), namespaceOf(object)];
  return own === undefined || own === namespace ? name : `${own}/${name}`;
}
