import { Manifest } from '../../util/synth';
import { autoscaler, CANARY, configMap, edited, hazardsOf, SUBSETS } from '../manifests';

type Row = [hazard: string, what: string, old: readonly Manifest[], now: readonly Manifest[], findings: string[]];

const spec = (edit: (spec: Manifest) => void) => (object: Manifest) => edit(object.spec);
const container = (edit: (container: Manifest) => void) => spec((own) => edit(own.template.spec.containers[0]));
const kept = edited(CANARY, { 'ConfigMap env': (object) => { object.metadata.annotations = { 'argocd.argoproj.io/sync-options': 'PruneLast=true' }; } });
const otherEnv = { 'Rollout app': container((own) => { own.envFrom[0].configMapRef.name = 'env-2'; }), 'ConfigMap env': null };
const byKey = edited(CANARY, { 'Rollout app': container((own) => { own.env = [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'env', key: 'a' } } }]; }) });
const immutable = edited(CANARY, { 'ConfigMap env': (object) => { object.immutable = true; } });
const immutableSecret = (content: Manifest): Manifest[] => [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key', namespace: 'shop' }, immutable: true, ...content }];
const namespaced = (options = ''): Manifest[] => (
  [...CANARY, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', annotations: { 'argocd.argoproj.io/sync-options': options } } }]
);
const scaled = [...CANARY, autoscaler('app')];

const address = (clusterIP: string) => spec((own) => { own.clusterIP = clusterIP; });
const keda = (maxReplicaCount: number): Manifest => (
  { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata: { name: 'app', namespace: 'shop' }, spec: { scaleTargetRef: { kind: 'Rollout', name: 'app' }, maxReplicaCount } }
);
const withoutReplicas = (base: Manifest[], minReplicas: number, maxReplicas: number) => edited(base, {
  'Rollout app': spec((own) => { delete own.replicas; }),
  'HorizontalPodAutoscaler app': spec((own) => Object.assign(own, { minReplicas, maxReplicas })),
});

const split = (trafficRouting: Manifest) => edited(CANARY, { 'Rollout app': spec((own) => { own.strategy.canary.trafficRouting = trafficRouting; }) });
const plugin = { plugins: { 'argoproj-labs/gatewayAPI': { httpRoutes: [{ name: 'web' }] } } };
const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web', namespace: 'shop' }, spec: {} };
const httpRoute = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'web', namespace: 'shop' }, spec: {} };

test.each<Row>([
  ['used-object-removed', 'a Service', CANARY, edited(CANARY, { 'Service app': null }), ['error Rollout app spec.strategy.canary.stableService']],
  ['used-object-removed', 'a VirtualService', CANARY, edited(CANARY, { 'VirtualService app': null }), ['error Rollout app spec.strategy.canary.trafficRouting.istio.virtualService.name']],
  ['used-object-removed', 'a DestinationRule', SUBSETS, edited(SUBSETS, { 'DestinationRule app': null }), ['error Rollout app spec.strategy.canary.trafficRouting.istio.destinationRule.name']],
  ['used-object-removed', 'an Ingress', [...split({ nginx: { stableIngress: 'web' } }), ingress], split({ nginx: { stableIngress: 'web' } }), ['error Rollout app spec.strategy.canary.trafficRouting.nginx.stableIngress']],
  ['used-object-removed', 'an HTTPRoute', [...split(plugin), httpRoute], split(plugin), ['error Rollout app spec.strategy.canary.trafficRouting.plugins["argoproj-labs/gatewayAPI"].httpRoutes[0].name']],
  ['used-object-removed', 'what the Rollout does not name', CANARY, edited(CANARY, { 'VirtualService app-canary': null }), []],
  ['used-object-removed', 'what was not there', edited(CANARY, { 'Service app': null }), edited(CANARY, { 'Service app': null }), []],
  ['running-pods-need-it', 'a ConfigMap that pods need before and after', CANARY, edited(CANARY, { 'ConfigMap env': null }), ['error ConfigMap env']],
  ['running-pods-need-it', 'a ConfigMap in place of another', CANARY, edited(CANARY, otherEnv, [configMap('env-2')]), ['warning ConfigMap env']],
  ['running-pods-need-it', 'the same, kept until the release is over', kept, edited(kept, otherEnv, [configMap('env-2')]), []],
  ['running-pods-need-it', 'a key', byKey, edited(byKey, { 'ConfigMap env': (object) => { object.data = { b: '1' }; } }), ['error ConfigMap env data.a']],
  ['running-pods-need-it', 'another key', byKey, edited(byKey, { 'ConfigMap env': (object) => { object.data.b = '1'; } }), []],
  ['running-pods-need-it', 'what nobody needs', [...CANARY, configMap('other')], CANARY, []],
  ['immutable-changed', 'a value', immutable, edited(immutable, { 'ConfigMap env': (object) => { object.data.a = '2'; } }), ['error ConfigMap env data']],
  ['immutable-changed', 'the promise', immutable, CANARY, ['error ConfigMap env immutable']],
  ['immutable-changed', 'a Secret that says the same in another way', immutableSecret({ stringData: { a: 'ö' } }), immutableSecret({ data: { a: 'w7Y=' } }), []],
  ['immutable-changed', 'a Secret that says something else in another way', immutableSecret({ stringData: { a: 'one' } }), immutableSecret({ data: { a: 'dHdv' } }), ['error Secret key data', 'error Secret key stringData']],
  ['immutable-changed', 'what may be changed', CANARY, edited(CANARY, { 'ConfigMap env': (object) => { object.data.a = '2'; } }), []],
  ['autoscaler-removed', 'where replicas are written', scaled, CANARY, ['warning HorizontalPodAutoscaler app spec.maxReplicas']],
  ['immutable-changed', 'a Service that loses its address', CANARY, edited(CANARY, { 'Service app': address('None') }), ['error Service app spec.clusterIP']],
  ['immutable-changed', 'a Service that gets no address, though it asks for one', edited(CANARY, { 'Service app': address('None') }), CANARY, ['warning Service app spec.clusterIP']],
  ['immutable-changed', 'a Service with another address', edited(CANARY, { 'Service app': address('10.0.0.1') }), edited(CANARY, { 'Service app': address('10.0.0.2') }), ['error Service app spec.clusterIP']],
  ['immutable-changed', 'a Service that says nothing of its address', edited(CANARY, { 'Service app': address('10.0.0.1') }), CANARY, []],
  ['autoscaler-removed', 'one of KEDA', [...CANARY, keda(9)], CANARY, ['warning ScaledObject app spec.maxReplicaCount']],
  ['autoscaler-removed', 'one of KEDA in place of another', scaled, [...CANARY, keda(9)], []],
  ['autoscaler-removed', 'one that scales something else from now on', scaled, edited(scaled, { 'HorizontalPodAutoscaler app': spec((own) => { own.scaleTargetRef.name = 'web'; }) }), ['warning HorizontalPodAutoscaler app spec.scaleTargetRef']],
  ['autoscaler-removed', 'another maximum', scaled, edited(scaled, { 'HorizontalPodAutoscaler app': spec((own) => { own.maxReplicas = 8; }) }), []],
  ['replicas-lowered', 'a new autoscaler', CANARY, edited(scaled, { 'HorizontalPodAutoscaler app': spec((own) => { own.maxReplicas = 2; }) }), ['warning HorizontalPodAutoscaler app spec.maxReplicas']],
  ['replicas-lowered', 'a new autoscaler of KEDA', CANARY, [...CANARY, keda(2)], ['warning ScaledObject app spec.maxReplicaCount']],
  ['replicas-lowered', 'a maximum below the least so far', withoutReplicas(scaled, 5, 9), withoutReplicas(scaled, 2, 4), ['warning HorizontalPodAutoscaler app spec.maxReplicas']],
  ['replicas-lowered', 'a maximum above the least so far', withoutReplicas(scaled, 5, 9), withoutReplicas(scaled, 2, 5), []],
  ['autoscaler-removed', 'where none are', scaled, edited(CANARY, { 'Rollout app': spec((own) => { delete own.replicas; }) }), []],
  ['namespace-removed', 'of a Rollout that stays', namespaced(), CANARY, ['error Namespace shop']],
  ['namespace-removed', 'of a ConfigMap that stays', namespaced(), [configMap('env')], ['error Namespace shop']],
  ['namespace-removed', 'with all that is in it', namespaced(), [], ['advice Namespace shop']],
  ['namespace-removed', 'with what was in it, to another one', namespaced(), edited([configMap('env')], { 'ConfigMap env': (object) => { object.metadata.namespace = 'other'; } }), ['advice Namespace shop']],
  ['namespace-removed', 'that is never pruned', namespaced('ServerSideApply=true, Prune=false'), CANARY, []],
  ['namespace-removed', 'that is pruned last', namespaced('PruneLast=true'), CANARY, ['error Namespace shop']],
  ['namespace-removed', 'that a person lets go', namespaced('Prune=confirm'), CANARY, []],
  ['namespace-removed', 'that stays with another label', namespaced(), namespaced('Validate=false'), []],
])('%s: %s', (hazard, _what, old, now, findings) => {
  expect(hazardsOf(hazard, old, now)).toEqual(findings);
});
