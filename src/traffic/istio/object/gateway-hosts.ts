import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { judge, SpecOf, Written } from './check-gateway';
import { IIstioGateway, IstioGateway } from './gateway';
import { Problem } from '../../../core/checks/problems';
import { hostsOverlap, isOutsideHost } from '../../../core/hosts';
import { Manifest } from '../../../core/manifest';

/** A VirtualService as Gateways see it. */
export interface Attached extends Written, IConstruct {}

const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

/** Notes which hosts the VirtualService takes on its Gateways, and returns what is wrong with them once the tree is finished. */
export function attachToGateways(attached: Attached, gateways: IIstioGateway[]): () => Problem[] {
  const claims = gateways.map((gateway) => claim(attached, gateway));
  return () => [...checkServed(attached, gateways), ...claims.flatMap((others) => checkClaims(attached, others))];
}

/** Names of Services are for callers inside the mesh. */
function outsideHosts(spec: Manifest): string[] {
  return (spec.hosts ?? []).filter((host: string) => host === '*' || isOutsideHost(host));
}

function checkServed(attached: Attached, gateways: IIstioGateway[]): Problem[] {
  const created = gateways.filter((gateway): gateway is IstioGateway => gateway instanceof IstioGateway);
  const homeless = attached.namespace === undefined ? [] : created.filter(({ namespace }) => namespace === undefined);
  if (homeless.length > 0) {
    return homeless.map(({ name }) => ({
      rule: 'gateway-namespace',
      prop: 'gateways',
      wrong: `Gateway ${name} has no namespace, and would be looked for in ${attached.namespace}`,
      remedy: 'give it one by its metadata, or by its chart',
    }));
  }
  // Of a Gateway known by name nobody knows the hosts here.
  return gateways.length === 0 || created.length < gateways.length ? [] : judge((specOf) => outsideHosts(specOf(attached)).flatMap((host) => {
    const why = whyNotServed(host, attached, created, specOf);
    return why ? [{ rule: 'host-served-by-gateway', prop: 'hosts', got: host, ...why }] : [];
  }));
}

type Reason = Pick<Problem, 'wrong' | 'remedy'>;

function whyNotServed(host: string, attached: Attached, gateways: IstioGateway[], specOf: SpecOf): Reason | undefined {
  const names = gateways.map(({ gatewayName }) => gatewayName).join(', ');
  const offers = gateways.flatMap((gateway) => specOf(gateway).servers.flatMap((server: Manifest) => (
    server.hosts.map((text: string) => ({ server, ...readServerHost(text, gateway.namespace) }))
  )));
  const byHost = offers.filter((offer) => hostsOverlap(offer.host, host));
  if (byHost.length === 0) {
    return { wrong: `no server of Gateway ${names} has it`, remedy: 'add it to the hosts of a server, or pass another Gateway' };
  }
  const { namespace } = attached;
  const allowed = byHost.filter((offer) => [offer.namespace, namespace].includes(undefined) || offer.namespace === namespace);
  if (allowed.length === 0) {
    return { wrong: `Gateway ${names} serves it for other namespaces than ${namespace} alone`, remedy: `write ${namespace}/${host} in the server, or the host without a namespace` };
  }
  const kinds = allowed.map(({ server }) => kindOf(server));
  if (kinds.some((kind) => specOf(attached)[kind]?.length > 0)) {
    return undefined;
  }
  const routes = PROTOCOLS.filter((protocol) => specOf(attached)[protocol]?.length > 0).join(' and ');
  return kinds.every((kind) => kind === 'redirect')
    ? { wrong: `Gateway ${names} redirects it to HTTPS, where no server has it`, remedy: 'add an IstioGatewayServer.https with the host' }
    : { wrong: `has ${routes} routes, and Gateway ${names} takes it for ${kinds.join(' and ')} routes alone`, remedy: 'use another kind of IstioGatewayServer, or other routes' };
}

/** The parts of a host in a server; without namespace it is for all. */
function readServerHost(text: string, own: string | undefined): { host: string; namespace?: string } {
  const [namespace, host] = text.includes('/') ? text.split('/') : ['*', text];
  return { host, namespace: namespace === '.' ? own : namespace === '*' ? undefined : namespace };
}

/** The routes that take the requests of a server. */
export function kindOf({ port, tls }: Manifest): 'http' | 'tls' | 'tcp' | 'redirect' {
  if (tls?.httpsRedirect) {
    return 'redirect';
  }
  const passed = /PASSTHROUGH$/.test(tls?.mode ?? '');
  if (passed) {
    return 'tls';
  }
  return /^(HTTP|GRPC)/.test(port.protocol) ? 'http' : 'tcp';
}

type Claims = Map<string, Attached[]>;

const claimsOn = new WeakMap<IConstruct, Map<string, Claims>>();

/**
 * Notes the hosts under the Gateway, and returns the notes. One known by name counts per chart: in another chart, the name
 * may be that of another cluster's Gateway.
 */
function claim(attached: Attached, gateway: IIstioGateway): Claims {
  const { gatewayName } = gateway;
  const holder = gateway instanceof IstioGateway ? gateway : Chart.of(attached);
  const key = gatewayName.includes('/') ? gatewayName : `${attached.namespace ?? ''}/${gatewayName}`;
  const byGateway = claimsOn.get(holder) ?? new Map<string, Claims>();
  const claims = byGateway.get(key) ?? new Map<string, Attached[]>();
  claimsOn.set(holder, byGateway.set(key, claims));
  for (const host of outsideHosts(attached._spec).map((name) => name.toLowerCase())) {
    claims.set(host, [...claims.get(host) ?? [], attached]);
  }
  return claims;
}

/** Routes of several VirtualServices for one host are merged; of two that take the same requests one gets none. */
function checkClaims(attached: Attached, claims: Claims): Problem[] {
  const others = outsideHosts(attached._spec).flatMap((host) => {
    const claimants = claims.get(host.toLowerCase())!;
    return claimants.slice(0, claimants.indexOf(attached)).map((other) => ({ host, other }));
  });
  const taken = (host: string, by: Attached, specOf: SpecOf) => requestsFor(host, specOf(by));
  return others.flatMap(({ host, other }) => judge((specOf) => !collide(taken(host, attached, specOf), taken(host, other, specOf)) ? [] : [{
    rule: 'host-claimed-once',
    prop: 'hosts',
    wrong: `VirtualService ${other.name} (${other.node.path}) takes the same requests of this host`,
    got: host,
    remedy: 'give each a host of its own, or paths that differ',
  }]));
}

function collide(ours: Taken[], theirs: Taken[]): boolean {
  return ours.some(({ request, answer }) => theirs.some((their) => their.request === request && (answer === undefined || their.answer !== answer)));
}

interface Taken {
  readonly request: string;
  /** What Istio itself answers; of two that say the same it does not matter which. */
  readonly answer?: string;
}

/** What a VirtualService takes of a host, as texts to compare. */
function requestsFor(host: string, spec: Manifest): Taken[] {
  const has = outsideHosts(spec).some((name) => name.toLowerCase() === host.toLowerCase());
  return !has ? [] : PROTOCOLS.flatMap((protocol) => (spec[protocol] ?? []).flatMap((route: Manifest) => {
    const matches: Manifest[] = route.match?.length ? route.match : [{}];
    const own = route.redirect ?? route.directResponse;
    return matches.map(({ uri, ...match }) => ({
      request: `${protocol} ${JSON.stringify([uri?.prefix === '/' ? undefined : uri, match])}`,
      answer: own && JSON.stringify(own),
    }));
  }));
}
