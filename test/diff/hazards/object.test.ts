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
const scaled = [...CANARY, autoscaler('app')];

test.each<Row>([
  ['used-object-removed', 'a Service', CANARY, edited(CANARY, { 'Service app': null }), ['error Rollout app spec.strategy.canary.stableService']],
  ['used-object-removed', 'a VirtualService', CANARY, edited(CANARY, { 'VirtualService app': null }), ['error Rollout app spec.strategy.canary.trafficRouting.istio.virtualService.name']],
  ['used-object-removed', 'a DestinationRule', SUBSETS, edited(SUBSETS, { 'DestinationRule app': null }), ['error Rollout app spec.strategy.canary.trafficRouting.istio.destinationRule.name']],
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
  ['autoscaler-removed', 'where none are', scaled, edited(CANARY, { 'Rollout app': spec((own) => { delete own.replicas; }) }), []],
])('%s: %s', (hazard, _what, old, now, findings) => {
  expect(hazardsOf(hazard, old, now)).toEqual(findings);
});
