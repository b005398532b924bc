import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from './complete';
import { OLDEST_ARGO_ROLLOUTS_VERSION, versionProblem } from '../../src/core/argo-rollouts-version';
import { evaluate } from '../../src/validation/evaluate';
import { fieldVersions } from '../../src/validation/schema/field-versions';

const foundFor = (argoRolloutsVersion: string, yaml: string) => (
  evaluate(complete(yaml), { argoRolloutsVersion }).map(({ rule, path, message }) => `${rule} ${path}: ${message}`)
);

describe('a version of Argo Rollouts', () => {
  test.each(['1.6', '1.6.0', 'v1.8.2', '1.10.1', '1.11.0', '1.10.0-rc1', '2.0.0'])('is one to judge for: %s', (version) => {
    expect(versionProblem(version)).toBeUndefined();
  });

  test.each(['0.1', '1.5.9', 'new', '', '1', '1.x'])('fails when it is unknown or older than all known ones: %s', (version) => {
    expect(versionProblem(version)).toEqual({
      wrong: 'must be a release of Argo Rollouts from 1.6 on; 1.6 to 1.10 are known', remedy: expect.stringContaining('write it as in 1.'),
    });
  });
});

describe('what a version of the controller does not support', () => {
  const canary = (lines: string) => `
    kind: Rollout
    spec:
      strategy:
        canary:
          ${lines}
    ---
    kind: Service
    metadata: { name: app }
    ---
    kind: Service
    metadata: { name: app-canary }
  `;

  test.each([
    ['1.9.1', '1.10.0', 'ping-pong with a plugin', 'ping-pong-services', '{ pingPong: { pingService: app, pongService: app-canary }, trafficRouting: { plugins: { a/b: {} } } }'],
    ['1.9.1', '1.10.0', 'a mirror route with a plugin', 'mirror-route-match', '{ stableService: app, canaryService: app-canary, steps: [{ setMirrorRoute: { name: m } }], trafficRouting: { managedRoutes: [{ name: m }], plugins: { a/b: {} } } }'],
    ['1.7.2', '1.8.0', 'the weight of an experiment with a plugin', 'needs-traffic-routing', '{ stableService: app, canaryService: app-canary, steps: [{ experiment: { templates: [{ name: a, specRef: canary, weight: 5 }] } }], trafficRouting: { plugins: { a/b: {} } } }'],
    ['1.6.6', '1.7.0', 'a header route with a plugin', 'header-route-match', '{ stableService: app, canaryService: app-canary, steps: [{ setHeaderRoute: { name: m } }], trafficRouting: { managedRoutes: [{ name: m }], plugins: { a/b: {} } } }'],
    ['1.6.6', '1.7.0', 'a plugin without Services', 'canary-services-given', '{ trafficRouting: { plugins: { a/b: {} } } }'],
    ['1.6.6', '1.7.0', 'ping-pong with Istio', 'ping-pong-services', '{ pingPong: { pingService: app, pongService: app-canary }, trafficRouting: { istio: {} } }'],
  ])('%s refuses what %s takes: %s', (older, newer, _what, rule, fields) => {
    const yaml = canary(fields);

    expect(foundFor(older, yaml)).toContainEqual(expect.stringMatching(new RegExp(`^${rule} `)));
    expect(foundFor(newer, yaml)).not.toContainEqual(expect.stringMatching(new RegExp(`^${rule} `)));
  });

  test.each([['1.7.2', 'is below 0'], ['1.8.0', undefined]])('in %s failureLimit: -1 %s', (version, message) => {
    const found = foundFor(version, 'kind: AnalysisTemplate\nspec: { metrics: [{ name: a, failureLimit: -1, count: 3, interval: 1m, consecutiveSuccessLimit: 2, provider: { prometheus: { query: up } } }] }');

    expect(found.filter((line) => line.startsWith('metric-limits'))).toEqual(message ? [`metric-limits spec.metrics[0].failureLimit: ${message}`] : []);
  });
});

describe('a field that came later', () => {
  const threshold = 'kind: Rollout\nspec: { strategy: { canary: { replicaProgressThreshold: { type: Pods, value: 1 }, steps: [{ setWeight: 20 }, { pause: {} }] } } }';

  test('is found for the releases before it', () => {
    expect(foundFor('1.8.4', threshold)).toEqual(['field-needs-version spec.strategy.canary.replicaProgressThreshold: needs Argo Rollouts 1.9 or later; 1.8.4 does not have this field']);
  });

  test('is not found for its own release', () => {
    expect(foundFor('1.9.0', threshold)).toEqual([]);
  });

  test('is found in every item of a list', () => {
    const yaml = 'kind: Rollout\nspec: { strategy: { canary: { steps: [{ setWeight: 20 }, { plugin: { name: a } }, { plugin: { name: b } }] } } }';

    expect(foundFor('1.7.2', yaml).filter((line) => line.startsWith('field-needs-version'))).toEqual([
      expect.stringContaining('spec.strategy.canary.steps[1].plugin'), expect.stringContaining('spec.strategy.canary.steps[2].plugin'),
    ]);
  });

  test.each(['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'Experiment'])('is one that the newest CRD of %s has', (kind) => {
    const file = join(__dirname, `../../src/validation/schema/crds/${kind.toLowerCase()}.ts`);
    const schema = JSON.parse(JSON.parse(/SCHEMA = (".*");/.exec(readFileSync(file, 'utf8'))![1]));
    const has = (path: string) => path.split('.').reduce<any>((at, part) => (
      part.endsWith('[]') ? at?.properties?.[part.slice(0, -2)]?.items : at?.properties?.[part]
    ), schema) !== undefined;

    expect(fieldVersions(kind).filter(({ path }) => !has(path))).toEqual([]);
    expect(fieldVersions(kind).length).toBeGreaterThan(0);
  });

  test(`is gone for none of the releases from ${OLDEST_ARGO_ROLLOUTS_VERSION} on that have it`, () => {
    expect(foundFor('1.10.1', threshold)).toEqual([]);
  });
});
