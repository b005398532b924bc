import { Manifest } from '../../util/synth';
import { BLUE_GREEN, both, CANARY, edited, hazardsOf, httpRoute, ingress, ingressOf, IngressPath, newVersion, rollout, service, SUBSETS, virtualService } from '../manifests';

type Row = [hazard: string, what: string, old: readonly Manifest[], now: readonly Manifest[], findings: string[]];

const spec = (edit: (spec: Manifest) => void) => (object: Manifest) => edit(object.spec);
const blueGreen = (edit: (strategy: Manifest) => void) => spec((own) => edit(own.strategy.blueGreen));
const canary = (edit: (strategy: Manifest) => void) => spec((own) => edit(own.strategy.canary));
const liveElsewhere = blueGreen((own) => { own.activeService = 'live'; });
const stableElsewhere = canary((own) => { own.stableService = 'stable'; });
const relabelled = spec((own) => { own.template.metadata.labels = { app: 'app', version: 'two' }; });
const port = (value: unknown) => spec((own) => { own.ports[0].targetPort = value; });
const listens = (number: number) => spec((own) => { own.template.spec.containers[0].ports[0].containerPort = number; });
const numbered = edited(CANARY, { 'Service app': port(5000) });
const subset = (edit: (subset: Manifest) => void) => spec((own) => edit(own.subsets[0]));
const below = (value: string, type = 'PathPrefix') => ({ path: { type, value } });
const withIngress = (...paths: IngressPath[]) => [...CANARY, ingressOf(...paths)];
const withHttpRoute = (...of: Parameters<typeof httpRoute>) => [...CANARY, httpRoute(...of)];
const WEB = 'web.example.com';

const host = (...hosts: string[]) => spec((own) => { own.hosts = hosts; });

const gateways = (...names: string[]) => spec((own) => { own.gateways = names; });
const GATEWAY: Manifest = { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name: 'gw', namespace: 'istio-system' }, spec: { servers: [] } };
const twoGateways = edited(CANARY, { 'VirtualService app': gateways('istio-system/gw', 'istio-system/public') });
const inMesh = (name: string) => [...CANARY, ...edited([virtualService('inside', name, [['app']])], { 'VirtualService inside': spec((own) => { own.gateways = ['mesh']; }) })];
const ruleOf = (name: string, of: string): Manifest => ({ ...SUBSETS[3], metadata: { name, namespace: 'shop' }, spec: { ...SUBSETS[3].spec, host: of } });

const subsetTesters = { route: [{ destination: { host: 'app', subset: 'canary' } }] };
const serviceTesters = { route: [{ destination: { host: 'app-canary' } }] };
/** With a route for testers before that of the users. */
const tested = (base: readonly Manifest[], route: Manifest, match?: unknown, name: string | undefined = 'testers') => edited(base, {
  'VirtualService app': spec((own) => { own.http.unshift({ ...name && { name }, ...route, ...match !== undefined && { match } }); }),
});
const header = (value: Manifest, more: Manifest = {}) => ({ headers: { 'x-canary': value }, ...more });
const always = header({ exact: 'always' });
const byHeader = tested(CANARY, serviceTesters, [always]);
const widen = (match?: unknown, base = CANARY) => tested(base, serviceTesters, match);
const NEW = { 'Rollout app': newVersion };
const stepOf = (...values: Manifest[]) => edited(CANARY, {
  'Rollout app': canary((own) => { own.steps.unshift({ setHeaderRoute: { name: 'x', match: values.map((headerValue) => ({ headerName: 'x-canary', headerValue })) } }); }),
});
const widerMain = (name: string) => spec((own) => { own.http[0].route = [{ destination: { host: name, port: { number: 80 } } }]; });

const API_GATEWAY: Manifest = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: { name: 'public', namespace: 'infra' }, spec: {} };
const behindGateway = edited(withHttpRoute([WEB]), { 'HTTPRoute public': spec((own) => { own.parentRefs = [{ name: 'public', namespace: 'infra' }]; }) });
const backend = (name: string) => spec((own) => { own.rules[0].backendRefs = [{ name, port: 80 }]; });
const firstOf = (name: string) => [service(name), rollout(name, { canary: { stableService: name } })];
const testersOf = (...matches: Manifest[]) => edited(withHttpRoute([WEB], ...matches), { 'HTTPRoute public': backend('app-canary') });
const exact = (value: string) => ({ headers: [{ name: 'x-canary', value }] });
const uri = (match?: Manifest) => edited(CANARY, { 'VirtualService app': spec((own) => { own.http[0].match = match && [{ uri: match }]; }) });
const byPlugin = (routing: Manifest) => edited(CANARY, { 'Rollout app': canary((own) => { own.trafficRouting = routing; }) });
const byIngress = (name: string) => byPlugin({ alb: { ingress: name, servicePort: 80 } });

test.each<Row>([
  ['active-service-changed', 'with a new version', BLUE_GREEN, edited(BLUE_GREEN, { 'Rollout app': both(newVersion, liveElsewhere) }, [service('live')]), ['error Rollout app spec.strategy.blueGreen.activeService']],
  ['active-service-changed', 'without one', BLUE_GREEN, edited(BLUE_GREEN, { 'Rollout app': liveElsewhere }, [service('live')]), ['warning Rollout app spec.strategy.blueGreen.activeService']],
  ['active-service-changed', 'where nothing waits', BLUE_GREEN, edited(BLUE_GREEN, { 'Rollout app': both(newVersion, liveElsewhere, blueGreen((own) => { own.autoPromotionEnabled = true; })) }), ['warning Rollout app spec.strategy.blueGreen.activeService']],
  ['active-service-changed', 'a new version alone', BLUE_GREEN, edited(BLUE_GREEN, { 'Rollout app': newVersion }), []],
  ['version-service-changed', 'another stable Service', CANARY, edited(CANARY, { 'Rollout app': stableElsewhere }, [service('stable')]), ['warning Rollout app spec.strategy.canary.stableService']],
  ['version-service-changed', 'another canary Service', CANARY, edited(CANARY, { 'Rollout app': canary((own) => { own.canaryService = 'next'; }) }), ['advice Rollout app spec.strategy.canary.canaryService']],
  ['version-service-changed', 'Services that swap', CANARY, edited(CANARY, { 'Rollout app': canary((own) => { own.stableService = 'app-canary'; own.canaryService = 'app'; }) }), ['warning Rollout app spec.strategy.canary.stableService', 'warning Rollout app spec.strategy.canary.canaryService']],
  ['version-service-changed', 'the same Services', CANARY, edited(CANARY, { 'Rollout app': newVersion }), []],
  ['service-released', 'with a new version', CANARY, edited(CANARY, { 'Rollout app': both(newVersion, stableElsewhere) }), ['error Rollout app spec.strategy.canary.stableService']],
  ['service-released', 'without one', CANARY, edited(CANARY, { 'Rollout app': stableElsewhere }), ['warning Rollout app spec.strategy.canary.stableService']],
  ['service-released', 'and removed', CANARY, edited(CANARY, { 'Rollout app': stableElsewhere, 'Service app': null }), []],
  ['service-loses-pods', 'a label that only new pods have', CANARY, edited(CANARY, { 'Rollout app': relabelled, 'Service app': spec((own) => { own.selector.version = 'two'; }) }), ['error Service app spec.selector']],
  ['service-loses-pods', 'a label that all pods have', edited(CANARY, { 'Rollout app': relabelled }), edited(CANARY, { 'Rollout app': relabelled, 'Service app': spec((own) => { own.selector.version = 'two'; }) }), []],
  ['service-loses-pods', 'no selector', CANARY, edited(CANARY, { 'Service app': spec((own) => { delete own.selector; }) }), []],
  ['target-port-lost', 'a name that only new pods have', CANARY, edited(CANARY, { 'Service app': port('web') }), ['error Service app spec.ports[0].targetPort']],
  ['target-port-lost', 'a number on which only new pods listen', numbered, edited(CANARY, { 'Rollout app': listens(8080), 'Service app': port(8080) }), ['error Service app spec.ports[0].targetPort']],
  ['target-port-lost', 'a number of which nothing is said', numbered, edited(CANARY, { 'Service app': port(9090) }), ['warning Service app spec.ports[0].targetPort']],
  ['target-port-lost', 'the number of the same port', CANARY, numbered, []],
  ['service-port-removed', 'to which a route leads', CANARY, edited(CANARY, { 'Service app': spec((own) => { own.ports[0].port = 81; }) }), ['error Service app spec.ports']],
  ['service-port-removed', 'to which no route leads', BLUE_GREEN, edited(BLUE_GREEN, { 'Service app-preview': spec((own) => { own.ports[0].port = 81; }) }), ['warning Service app-preview spec.ports']],
  ['service-port-removed', 'one port more', CANARY, edited(CANARY, { 'Service app': spec((own) => { own.ports.push({ name: 'more', port: 81 }); }) }), []],
  ['subset-loses-pods', 'a label that no running pod has', SUBSETS, edited(SUBSETS, { 'DestinationRule app': subset((own) => { own.labels = { version: 'two' }; }) }), ['error DestinationRule app spec.subsets[stable].labels']],
  ['subset-loses-pods', 'no labels', SUBSETS, edited(SUBSETS, { 'DestinationRule app': subset((own) => { own.labels = {}; }) }), []],
  ['subset-removed', 'to which a route leads', SUBSETS, edited(SUBSETS, { 'DestinationRule app': subset((own) => { own.name = 'old'; }) }), ['error DestinationRule app spec.subsets']],
  ['subset-removed', 'together with its route', SUBSETS, edited(SUBSETS, { 'DestinationRule app': subset((own) => { own.name = 'old'; }), 'VirtualService app': spec((own) => { own.http[0].route[0].destination.subset = 'old'; }) }), ['warning DestinationRule app spec.subsets']],
  ['subset-removed', 'a rule of another name', SUBSETS, edited(SUBSETS, { 'DestinationRule app': null }, [ruleOf('rule', 'app.shop.svc.cluster.local')]), []],
  ['subset-removed', 'a rule of another host', SUBSETS, edited(SUBSETS, { 'DestinationRule app': null }, [ruleOf('rule', 'web')]), ['error DestinationRule app spec.subsets', 'error DestinationRule app spec.subsets']],
  ['subset-removed', 'one subset more', SUBSETS, edited(SUBSETS, { 'DestinationRule app': spec((own) => { own.subsets.push({ name: 'third' }); }) }), []],
  ['host-removed', 'of users', CANARY, edited(CANARY, { 'VirtualService app': host('shop.example.com') }), ['error VirtualService app spec.hosts']],
  ['host-removed', 'of testers', CANARY, edited(CANARY, { 'VirtualService app-canary': null }), ['warning VirtualService app-canary spec.hosts']],
  ['host-removed', 'that goes to another VirtualService', CANARY, edited(CANARY, { 'VirtualService app': host('shop.example.com'), 'VirtualService app-canary': host('*.example.com') }), []],
  ['host-removed', 'that an Ingress still sends to the gateway', [...CANARY, ingress('canary.example.com', 'gateway')], edited([...CANARY, ingress('canary.example.com', 'gateway')], { 'VirtualService app-canary': null }), ['warning VirtualService app-canary spec.hosts']],
  ['host-removed', 'that an Ingress sends to the pods', [...CANARY, ingress('canary.example.com', 'app')], edited([...CANARY, ingress('canary.example.com', 'app')], { 'VirtualService app-canary': null }), []],
  ['host-removed', 'of a Service that stays, in the mesh', inMesh('app'), CANARY, []],
  ['host-removed', 'of a Service that goes, in the mesh', inMesh('app'), edited(CANARY, { 'Service app': null }), ['error VirtualService inside spec.hosts']],
  ['host-removed', 'in the mesh, that is no Service', inMesh('app.internal'), CANARY, ['error VirtualService inside spec.hosts']],
  ['host-removed', 'that is written out', edited(CANARY, { 'VirtualService app': host('app') }), edited(CANARY, { 'VirtualService app': host('app.shop.svc.cluster.local') }), []],
  ['host-removed', 'that is the name in another namespace', edited(CANARY, { 'VirtualService app': host('app') }), edited(CANARY, { 'VirtualService app': host('app.other.svc.cluster.local') }), ['error VirtualService app spec.hosts']],
  ['host-removed', 'of something else', [...CANARY, virtualService('x', 'x.test.com', [['x']])], CANARY, []],
  ['host-removed', 'of an HTTPRoute', withHttpRoute([WEB]), withHttpRoute(['shop.example.com']), ['error HTTPRoute public spec.hostnames']],
  ['host-removed', 'of an HTTPRoute that goes', withHttpRoute([WEB]), CANARY, ['error HTTPRoute public spec.hostnames']],
  ['host-removed', 'of an HTTPRoute that takes all hosts from now on', withHttpRoute([WEB]), withHttpRoute([]), []],
  ['host-removed', 'of an HTTPRoute, in another way of writing it', withHttpRoute([WEB]), withHttpRoute(['WEB.example.com']), []],
  ['host-removed', 'of an Ingress that takes all hosts from now on', withIngress([WEB, '/', 'app']), withIngress(['', '/', 'app']), []],
  ['path-removed', 'of users', withIngress([WEB, '/', 'app'], [WEB, '/api', 'app']), withIngress([WEB, '/api', 'app']), ['error Ingress public spec.rules']],
  ['path-removed', 'of testers', withIngress([WEB, '/next', 'app-canary'], [WEB, '/api', 'app']), withIngress([WEB, '/api', 'app']), ['warning Ingress public spec.rules']],
  ['path-removed', 'of all hosts', withIngress(['', '/', 'app']), CANARY, ['error Ingress public spec.rules']],
  ['path-removed', 'of a host that goes too', withIngress([WEB, '/', 'app']), CANARY, []],
  ['path-removed', 'that another one covers', withIngress([WEB, '/', 'app'], [WEB, '/api', 'app']), withIngress([WEB, '/', 'app']), []],
  ['path-removed', 'that another one covers in words alone', withIngress([WEB, '/apis', 'app'], [WEB, '/api', 'app']), withIngress([WEB, '/api', 'app']), ['error Ingress public spec.rules']],
  ['path-removed', 'that covers what is below it, and no longer does', withIngress([WEB, '/api', 'app']), withIngress([WEB, '/api', 'app', 'Exact']), ['error Ingress public spec.rules']],
  ['path-removed', 'that is the same with a slash', withIngress([WEB, '/api/', 'app']), withIngress([WEB, '/api', 'app']), []],
  ['path-removed', 'that may be in an expression', withIngress([WEB, '/api', 'app']), withIngress([WEB, '/(api|web)', 'app', 'ImplementationSpecific']), []],
  ['path-removed', 'an expression below a path that stays', withIngress([WEB, '/api(/|$)(.*)', 'app', 'ImplementationSpecific']), withIngress([WEB, '/api', 'app']), []],
  ['path-removed', 'that goes to a default backend', withIngress([WEB, '/api', 'app']), edited(withIngress([WEB, '/web', 'app']), { 'Ingress public': spec((own) => { own.defaultBackend = { service: { name: 'app' } }; }) }), []],
  ['path-removed', 'that goes to an HTTPRoute', withIngress([WEB, '/api', 'app']), withHttpRoute([WEB], below('/')), []],
  ['path-removed', 'that goes to a VirtualService', withIngress([WEB, '/api', 'app']), edited(CANARY, { 'VirtualService app': host('app.example.com', WEB) }), []],
  ['path-removed', 'that goes to a wildcard', withIngress([WEB, '/api', 'app']), withIngress(['*.example.com', '/', 'app']), []],
  ['path-removed', 'of something else', withIngress([WEB, '/other', 'other'], [WEB, '/', 'app']), withIngress([WEB, '/api', 'app'], [WEB, '/', 'app']), []],
  ['path-removed', 'of an HTTPRoute', withHttpRoute([WEB], below('/a'), below('/b')), withHttpRoute([WEB], below('/b')), ['error HTTPRoute public spec.rules']],
  ['path-removed', 'of an HTTPRoute, in place of all', withHttpRoute([WEB]), withHttpRoute([WEB], below('/b')), ['error HTTPRoute public spec.rules']],
  ['path-removed', 'of an HTTPRoute, now for some requests alone', withHttpRoute([WEB], below('/a')), withHttpRoute([WEB], { ...below('/a'), headers: [{ name: 'x', value: '1' }] }), ['error HTTPRoute public spec.rules']],
  ['path-removed', 'of an HTTPRoute for some requests', withHttpRoute([WEB], below('/'), { ...below('/a'), headers: [{ name: 'x', value: '1' }] }), withHttpRoute([WEB], below('/')), []],
  ['host-unreachable', 'the mesh in place of a gateway', CANARY, edited(CANARY, { 'VirtualService app': gateways('mesh') }), ['error VirtualService app spec.gateways']],
  ['host-unreachable', 'no gateway', CANARY, edited(CANARY, { 'VirtualService app': spec((own) => { delete own.gateways; }) }), ['error VirtualService app spec.gateways']],
  ['host-unreachable', 'the mesh beside a gateway that goes', edited(CANARY, { 'VirtualService app': gateways('mesh', 'istio-system/gw') }), edited(CANARY, { 'VirtualService app': gateways('mesh') }), ['error VirtualService app spec.gateways']],
  ['host-unreachable', 'of testers', CANARY, edited(CANARY, { 'VirtualService app-canary': gateways('mesh') }), ['warning VirtualService app-canary spec.gateways']],
  ['host-unreachable', 'another gateway', CANARY, edited(CANARY, { 'VirtualService app': gateways('istio-system/public') }), []],
  ['host-unreachable', 'the mesh as well', CANARY, edited(CANARY, { 'VirtualService app': gateways('istio-system/gw', 'mesh') }), []],
  ['host-unreachable', 'a host that another VirtualService serves', CANARY, edited(CANARY, { 'VirtualService app': gateways('mesh'), 'VirtualService app-canary': host('*.example.com') }), []],
  ['host-unreachable', 'a Gateway that routes name', [...CANARY, GATEWAY], CANARY, ['error Gateway gw', 'warning Gateway gw']],
  ['host-unreachable', 'a Gateway in place of which routes name another', [...CANARY, GATEWAY], edited(CANARY, { 'VirtualService app': gateways('istio-system/public'), 'VirtualService app-canary': gateways('istio-system/public') }), []],
  ['host-unreachable', 'one of two Gateways', [...twoGateways, GATEWAY], twoGateways, ['warning Gateway gw']],
  ['host-unreachable', 'a Gateway together with its routes', [...CANARY, GATEWAY], edited(CANARY, { 'VirtualService app': null, 'VirtualService app-canary': null }), []],
  ['host-unreachable', 'of something else', [...CANARY, virtualService('x', 'x.test.com', [['x']])], [...CANARY, ...edited([virtualService('x', 'x.test.com', [['x']])], { 'VirtualService x': gateways('mesh') })], []],
  ['host-unreachable', 'an Ingress before the gateway', [...CANARY, ingress('app.example.com', 'gateway')], CANARY, ['warning Ingress public spec.rules']],
  ['host-unreachable', 'an Ingress before the gateway, that leads another host', [...CANARY, ingress('app.example.com', 'gateway')], [...CANARY, ingress(WEB, 'gateway')], ['warning Ingress public spec.rules']],
  ['host-unreachable', 'an Ingress before the gateway, that leads all hosts from now on', [...CANARY, ingress('app.example.com', 'gateway')], [...CANARY, ingress('', 'gateway')], []],
  ['host-unreachable', 'an Ingress before the gateway, with the VirtualService', [...CANARY, ingress('canary.example.com', 'gateway')], edited(CANARY, { 'VirtualService app-canary': null }), []],
  ['host-unreachable', 'an Ingress of something else', [...CANARY, ingress(WEB, 'gateway')], CANARY, []],
  ['weighted-route-renamed', 'another route', CANARY, edited(CANARY, { 'Rollout app': canary((own) => { own.trafficRouting.istio.virtualService.routes = ['web']; }) }), ['warning Rollout app spec.strategy.canary.trafficRouting.istio.virtualService.routes']],
  ['weighted-route-renamed', 'another VirtualService', CANARY, edited(CANARY, { 'Rollout app': canary((own) => { own.trafficRouting.istio.virtualService.name = 'web'; }) }), ['warning Rollout app spec.strategy.canary.trafficRouting.istio.virtualService.name']],
  ['weighted-route-renamed', 'one route more', CANARY, edited(CANARY, { 'Rollout app': canary((own) => { own.trafficRouting.istio.virtualService.routes.push('web'); }) }), []],
  ['route-before-pods', 'to a new Rollout', CANARY, edited(CANARY, { 'VirtualService app': spec((own) => { own.http[0].route = [{ destination: { host: 'web' } }]; }) }, [service('web'), rollout('web', { canary: { stableService: 'web' } })]), ['error VirtualService app spec.http[0].route[0].destination.host']],
  ['route-before-pods', 'to a new Rollout, with weight 0', CANARY, edited(CANARY, { 'VirtualService app': spec((own) => { own.http[0].route.push({ destination: { host: 'web' }, weight: 0 }); }) }, [service('web'), rollout('web', { canary: { stableService: 'web' } })]), []],
  ['route-to-new-version', 'a route', CANARY, edited(CANARY, { 'VirtualService app': widerMain('app-canary') }), ['warning VirtualService app spec.http[0].route']],
  ['route-to-new-version', 'a route, with a new version', CANARY, edited(CANARY, { ...NEW, 'VirtualService app': widerMain('app-canary') }), ['error VirtualService app spec.http[0].route']],
  ['route-to-new-version', 'a route, by blue-green', BLUE_GREEN, edited(BLUE_GREEN, { 'VirtualService app': widerMain('app-preview') }), ['warning VirtualService app spec.http[0].route']],
  ['route-to-new-version', 'a route, by subset', SUBSETS, edited(SUBSETS, { 'VirtualService app': spec((own) => { own.http[0].route.shift(); }) }), ['warning VirtualService app spec.http[0].route']],
  ['route-to-new-version', 'other weights', CANARY, edited(CANARY, { 'VirtualService app': spec((own) => { own.http[0].route.reverse(); }) }), []],
  ['route-to-new-version', 'the stable Service alone', CANARY, edited(CANARY, { 'VirtualService app': widerMain('app') }), []],
  ['route-to-new-version', 'something else', CANARY, edited(CANARY, { 'VirtualService app': widerMain('web') }), []],
  ['route-to-new-version', 'a path', withIngress([WEB, '/', 'app']), withIngress([WEB, '/', 'app-canary']), ['warning Ingress public spec.rules[0].http.paths[0]']],
  ['route-to-new-version', 'a path, with a new version', withIngress([WEB, '/', 'app']), edited(withIngress([WEB, '/', 'app-canary']), NEW), ['error Ingress public spec.rules[0].http.paths[0]']],
  ['route-to-new-version', 'a path of testers to the stable Service', withIngress([WEB, '/', 'app-canary']), withIngress([WEB, '/', 'app']), []],
  ['route-to-new-version', 'one more path', withIngress([WEB, '/', 'app']), withIngress([WEB, '/', 'app'], [WEB, '/next', 'app-canary']), []],
  ['route-to-new-version', 'an HTTPRoute', withHttpRoute([WEB]), edited(withHttpRoute([WEB]), { 'HTTPRoute public': spec((own) => { own.rules[0].backendRefs.shift(); own.rules[0].backendRefs[0].weight = 1; }) }), ['warning HTTPRoute public spec.rules[0]']],
  ['match-widened', 'a match that goes', byHeader, widen(), ['warning VirtualService app spec.http[0].match']],
  ['match-widened', 'a match that goes, with a new version', byHeader, edited(widen(), NEW), ['error VirtualService app spec.http[0].match']],
  ['match-widened', 'a match that asks for nothing', byHeader, widen([{ name: 'all' }]), ['warning VirtualService app spec.http[0].match']],
  ['match-widened', 'a prefix in place of a value', byHeader, widen([header({ prefix: 'al' })]), ['warning VirtualService app spec.http[0].match']],
  ['match-widened', 'any value', byHeader, widen([header({})]), ['warning VirtualService app spec.http[0].match']],
  ['match-widened', 'one more match', byHeader, widen([always, { uri: { prefix: '/next' } }]), ['warning VirtualService app spec.http[0].match']],
  ['match-widened', 'one condition less', widen([header({ exact: 'always' }, { uri: { prefix: '/api' } })]), byHeader, ['warning VirtualService app spec.http[0].match']],
  ['match-widened', 'one condition more', byHeader, widen([header({ exact: 'always' }, { uri: { prefix: '/api' } })]), []],
  ['match-widened', 'a condition that all requests meet', widen([header({ exact: 'always' }, { uri: { prefix: '/' } })]), byHeader, []],
  ['match-widened', 'another value', byHeader, widen([header({ exact: 'yes' })]), []],
  ['match-widened', 'an expression', byHeader, widen([header({ regex: 'always|yes' })]), []],
  ['match-widened', 'a match that is part of another', byHeader, widen([always, header({ exact: 'always' }, { method: { exact: 'GET' } })]), []],
  ['match-widened', 'the same matches in another order', widen([always, { uri: { prefix: '/next' } }]), widen([{ uri: { prefix: '/next' } }, always]), []],
  ['match-widened', 'a match in place of none', widen(), byHeader, []],
  ['match-widened', 'of a route without a name', tested(CANARY, serviceTesters, [always], ''), tested(CANARY, serviceTesters, undefined, ''), ['warning VirtualService app spec.http[0].match']],
  ['match-widened', 'of a subset', tested(SUBSETS, subsetTesters, [always]), tested(SUBSETS, subsetTesters), ['warning VirtualService app spec.http[0].match']],
  ['match-widened', 'of a route of users', edited(CANARY, { 'VirtualService app': spec((own) => { own.http[0].match = [always]; }) }), CANARY, []],
  ['match-widened', 'of a header route that the controller makes', stepOf({ exact: 'always' }), stepOf({ exact: 'always' }, { prefix: 'b' }), ['warning Rollout app spec.strategy.canary.steps[0].setHeaderRoute.match']],
  ['match-widened', 'of a header route that ends', stepOf({ exact: 'always' }), stepOf(), []],
  ['match-widened', 'of a header route with another step before it', stepOf({ exact: 'always' }), edited(stepOf({ exact: 'always' }), { 'Rollout app': canary((own) => { own.steps.unshift({ setWeight: 1 }); }) }), []],
  ['path-removed', 'of a VirtualService', uri(), uri({ prefix: '/v2' }), ['error VirtualService app spec.http']],
  ['path-removed', 'of a VirtualService, by text below which another one is', uri({ prefix: '/apis' }), uri({ prefix: '/api' }), []],
  ['path-removed', 'of a VirtualService that may be in an expression', uri({ prefix: '/api' }), uri({ regex: '/api.*' }), []],
  ['host-unreachable', 'a Gateway of the Gateway API that routes name', [...behindGateway, API_GATEWAY], behindGateway, ['error Gateway public']],
  ['host-unreachable', 'a Gateway of the Gateway API together with its routes', [...behindGateway, API_GATEWAY], CANARY, []],
  ['service-port-removed', 'to which an HTTPRoute leads', [...BLUE_GREEN, ...edited([httpRoute([WEB])], { 'HTTPRoute public': backend('app-preview') })], edited([...BLUE_GREEN, ...edited([httpRoute([WEB])], { 'HTTPRoute public': backend('app-preview') })], { 'Service app-preview': spec((own) => { own.ports[0].port = 81; }) }), ['error Service app-preview spec.ports']],
  ['weighted-route-renamed', 'another Ingress', byIngress('public'), byIngress('web'), ['warning Rollout app spec.strategy.canary.trafficRouting.alb.ingress']],
  ['route-before-pods', 'an Ingress to a new Rollout', withIngress([WEB, '/', 'app']), [...withIngress([WEB, '/', 'web']), ...firstOf('web')], ['error Ingress public spec.rules[0].http.paths[0].backend.service.name']],
  ['route-before-pods', 'an HTTPRoute to a new Rollout', withHttpRoute([WEB]), edited(withHttpRoute([WEB]), { 'HTTPRoute public': backend('web') }, firstOf('web')), ['error HTTPRoute public spec.rules[0].backendRefs[0].name']],
  ['route-to-new-version', 'a route without a name', edited(CANARY, { 'VirtualService app': spec((own) => { delete own.http[0].name; }) }), edited(CANARY, { 'VirtualService app': both(widerMain('app-canary'), spec((own) => { delete own.http[0].name; })) }), ['warning VirtualService app spec.http[0]']],
  ['match-widened', 'of an HTTPRoute', testersOf(exact('always')), testersOf(), ['warning HTTPRoute public spec.rules[0].matches']],
  ['match-widened', 'of an HTTPRoute, a path above', testersOf(below('/api/v2')), testersOf(below('/api')), ['warning HTTPRoute public spec.rules[0].matches']],
  ['match-widened', 'of an HTTPRoute, another path', testersOf(below('/apis')), testersOf(below('/api')), []],
  ['match-widened', 'of an Ingress', withIngress([WEB, '/next', 'app-canary']), withIngress([WEB, '/', 'app-canary']), ['warning Ingress public spec.rules[0].http.paths[0].path']],
])('%s: %s', (hazard, _what, old, now, findings) => {
  expect(hazardsOf(hazard, old, now)).toEqual(findings);
});
