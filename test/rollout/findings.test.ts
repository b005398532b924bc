import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { BlueGreenRollout, CanaryStep, IstioCanaryRollout, Severity } from '../../src';
import { judge } from '../../src/rollout/checks/rendered-app';
import { chartOf, errorOf, pods } from '../util/synth';

const steps = [CanaryStep.setWeight(30), CanaryStep.pause()];
const canary = (chart: Chart) => new IstioCanaryRollout(chart, 'app', { ...pods(), steps });
const wrongWeight = JsonPatch.replace('/spec/strategy/canary/steps/0/setWeight', 130);

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'findings-'));
});

afterEach(() => {
  rmSync(outdir, { recursive: true });
  jest.restoreAllMocks();
});

test('what a patch breaks stops the synthesis before a file is written, all of it at once, by construct path', () => {
  const app = new App({ outdir });
  const chart = chartOf(app);
  canary(chart).addJsonPatch(wrongWeight, JsonPatch.add('/spec/strategy/canary/stepz', []));

  expect(() => app.synth()).toThrow(
    /\[app\/app\] \[field-known\] Rollout app spec\.strategy\.canary\.stepz: is no field that is known here; did you mean steps\?\n.*\[app\/app\] \[step-weight-range\] Rollout app spec\.strategy\.canary\.steps\[0\]\.setWeight: is not from 0 to 100, got 130; /,
  );
  expect(readdirSync(outdir)).toEqual([]);
});

test('a patch of another object is seen', () => {
  expect(errorOf((chart) => {
    const rollout = canary(chart);
    ApiObject.of(rollout.virtualServices[0]).addJsonPatch(JsonPatch.replace('/spec/http/0/name', 'other'));
  })).toContain('[weighted-route-found] Rollout app spec.strategy.canary.trafficRouting.istio.virtualService.routes[0]: is no route of VirtualService app');
});

test('a patch between two syntheses is seen', () => {
  const chart = chartOf();
  const rollout = canary(chart);
  expect(() => Testing.synth(chart)).not.toThrow();

  rollout.addJsonPatch(wrongWeight);

  expect(() => Testing.synth(chart)).toThrow('[step-weight-range]');
});

test('warnings are told once for a synthesis, however many charts there are, and stop nothing', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation();
  const app = new App({ outdir });
  const chart = chartOf(app);
  new Chart(app, 'other');
  ApiObject.of(canary(chart).virtualServices[0]).addJsonPatch(
    JsonPatch.replace('/spec/http/0/route/0/weight', 60), JsonPatch.replace('/spec/http/0/route/1/weight', 40),
  );

  app.synth();

  expect(warn.mock.calls).toEqual([[expect.stringContaining('warning: [app/app/Resource] [weights-at-rest] Rollout app ')]]);
});

test('the findings of a rollout can be read, advice too', () => {
  const chart = chartOf();
  const rollout = new IstioCanaryRollout(chart, 'app', { ...pods(), steps: [CanaryStep.setWeight(30)] });

  expect(rollout.findings).toMatchObject([{ rule: 'release-waits', severity: Severity.ADVICE, kind: 'Rollout', name: 'app' }]);
});

test('a rule that a rollout ignores stays visible, with its reason', () => {
  const chart = chartOf();
  const rollout = canary(chart);
  rollout.addJsonPatch(wrongWeight);

  rollout.ignoreRule('step-weight-range', 'a router of ours counts further');

  expect(() => Testing.synth(chart)).not.toThrow();
  expect(rollout.findings).toMatchObject([{ rule: 'step-weight-range', ignoredBecause: 'a router of ours counts further' }]);
  expect(Testing.synth(chart).find(({ kind }) => kind === 'Rollout').metadata.annotations)
    .toEqual({ 'cdk8s-rollouts/ignore': 'step-weight-range=a router of ours counts further' });
});

test.each([
  ['a rule that is none', 'step-wait-range', 'x', '[ignored-rule] rule: there is no such rule, got "step-wait-range"; did you mean step-weight-range?'],
  ['no reason', 'step-weight-range', ' ', '[ignored-reason] reason: must say why'],
])('fails when %s is to be ignored', (_case, rule, reason, message) => {
  expect(() => canary(chartOf()).ignoreRule(rule, reason)).toThrow(message);
});

test('charts with the same objects are for different clusters', () => {
  const app = new App({ outdir });
  ['one', 'two'].forEach((id) => new BlueGreenRollout(new Chart(app, id, { namespace: 'shop' }), 'app', pods()));

  expect(() => app.synth()).not.toThrow();
});

test('an app with many charts is judged once for each synthesis', () => {
  const app = new App({ outdir });
  const many = Array.from({ length: 5 }, (_, index) => new Chart(app, `app-${index}`, { namespace: `app-${index}` }));
  const rollouts = many.map((chart) => new BlueGreenRollout(chart, 'app', pods()));
  const renders = jest.spyOn(ApiObject.of(rollouts[0]), 'toJson');

  app.synth();

  // Once to judge, once to write.
  expect(renders).toHaveBeenCalledTimes(2);
  expect(judge(app)).toEqual([]);
});

test.each(['0.1', 'new'])('fails when the context names a release of Argo Rollouts that is not known: %s', (version) => {
  const app = new App({ outdir });
  app.node.setContext('cdk8s-rollouts:argoRolloutsVersion', version);
  canary(chartOf(app));

  expect(() => app.synth()).toThrow(`[argo-rollouts-version] context cdk8s-rollouts:argoRolloutsVersion: must be a release of Argo Rollouts from 1.6 on; 1.6 to 1.10 are known, got "${version}"; write it as in `);
});

test('the context says for which release of Argo Rollouts the app is judged', () => {
  const app = new App({ outdir });
  app.node.setContext('cdk8s-rollouts:argoRolloutsVersion', '1.8.4');
  canary(chartOf(app)).addJsonPatch(JsonPatch.add('/spec/strategy/canary/replicaProgressThreshold', { type: 'Percent', value: 80 }));

  expect(() => app.synth()).toThrow('[field-needs-version] Rollout app spec.strategy.canary.replicaProgressThreshold: needs Argo Rollouts 1.9 or later');
});
