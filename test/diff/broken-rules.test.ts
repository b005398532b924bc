import { CANARY, configMap, diffOf, edited } from './manifests';
import { Manifest } from '../util/synth';

const weight = (value: number) => ({ spec }: Manifest) => { spec.strategy.canary.steps = [{ setWeight: value }, { pause: {} }]; };
const rulesOf = (old: Manifest[], now: Manifest[]) => diffOf(old, now).hazards.filter(({ rule }) => rule === 'step-weight-range');

test('a rule that the new manifests break is a hazard', () => {
  expect(rulesOf([...CANARY], edited(CANARY, { 'Rollout app': weight(130) }))).toMatchObject([
    { severity: 'error', kind: 'Rollout', name: 'app', path: 'spec.strategy.canary.steps[0].setWeight', value: 130 },
  ]);
});

test('a rule that the old manifests broke too is none', () => {
  const broken = edited(CANARY, { 'Rollout app': weight(130) });

  expect(rulesOf(broken, edited(broken, { 'Rollout app': ({ spec }) => { spec.replicas = 9; } }))).toEqual([]);
});

test('weights in Git that were wrong before are none', () => {
  const split = (one: number) => edited(CANARY, { 'VirtualService app': ({ spec: { http: [{ route }] } }) => { route[0].weight = one; route[1].weight = 100 - one; } });

  expect(diffOf(CANARY, split(90)).hazards).not.toEqual([]);
  expect(diffOf(split(90), split(80)).hazards).toEqual([]);
});

test('an object that stands twice is a hazard where that is new', () => {
  expect(diffOf([...CANARY], [...CANARY, configMap('env')])).toMatchObject({ objects: [], hazards: [{ rule: 'object-once', kind: 'ConfigMap', name: 'env' }] });
});

test('one that stood twice before is a hazard again only where the second differs', () => {
  const twice = [...CANARY, configMap('env')];

  expect(diffOf(twice, [...twice])).toMatchObject({ objects: [], hazards: [] });
  expect(diffOf(twice, [...CANARY, configMap('env', { a: '2' })])).toMatchObject({ objects: [], hazards: [{ rule: 'object-once', name: 'env' }] });
});

test('a rule that only older releases of Argo Rollouts need is a hazard for these alone', () => {
  const unnamed = edited(CANARY, { 'Rollout app': ({ spec }) => { delete spec.strategy.canary.trafficRouting.istio.virtualService.routes; } });
  const hazardsFor = (argoRolloutsVersion: string) => (
    diffOf([], unnamed, { argoRolloutsVersion }).hazards.filter(({ rule }) => rule === 'sole-route-named')
  );

  expect(hazardsFor('1.8.2')).toHaveLength(1);
  expect(hazardsFor('1.10.1')).toEqual([]);
});
