import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, AppProps, Chart, JsonPatch, Lazy, Testing, YamlOutputType } from 'cdk8s';
import { BlueGreenRollout, CanaryStep, IstioCanaryRollout, Rollout } from '../../src';
import * as rules from '../../src/validation/evaluate';
import { pods } from '../util/synth';

const steps = [CanaryStep.setWeight(30), CanaryStep.pause()];
const wrongWeight = JsonPatch.replace('/spec/strategy/canary/steps/0/setWeight', 130);
const goodWeight = JsonPatch.replace('/spec/strategy/canary/steps/0/setWeight', 30);

let outdir: string;
let warn: jest.SpyInstance;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'findings-'));
  warn = jest.spyOn(console, 'warn').mockImplementation();
});

afterEach(() => {
  rmSync(outdir, { recursive: true });
  jest.restoreAllMocks();
});

/** An app with a release in a chart of its own for each index. */
function fleet(size: number, props: AppProps = {}) {
  const app = new App({ outdir, ...props });
  const rollouts = Array.from({ length: size }, (_, index) => canary(app, `app-${index}`));
  return { app, rollouts };
}

function canary(app: App, id: string, construct: typeof IstioCanaryRollout = IstioCanaryRollout): IstioCanaryRollout {
  return new construct(new Chart(app, id, { namespace: id }), 'app', { ...pods(), steps });
}

/** Gives the release a warning: weights that are not at rest. */
function shiftByHand(rollout: IstioCanaryRollout): void {
  ApiObject.of(rollout.virtualServices[0]).addJsonPatch(
    JsonPatch.replace('/spec/http/0/route/0/weight', 60), JsonPatch.replace('/spec/http/0/route/1/weight', 40),
  );
}

/** A Rollout without a construct of ours. */
function addRollout(chart: Chart, step: () => unknown): void {
  const labels = { app: 'other' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'app' }] } };
  new ApiObject(chart, 'other', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'other' },
    spec: Lazy.any({ produce: () => ({ selector: { matchLabels: labels }, template, strategy: { canary: { steps: [step()] } } }) }),
  });
}

/** Counts how often the rules judge. */
const countJudgements = () => jest.spyOn(rules, 'evaluate');

describe('the rules judge an app once in a synthesis', () => {
  test.each([
    ['synth', (app: App) => app.synth()],
    ['synthYaml', (app: App) => app.synthYaml()],
  ])('by %s', (_name, synthesize) => {
    const { app } = fleet(6);
    const evaluate = countJudgements();

    synthesize(app);

    expect(evaluate).toHaveBeenCalledTimes(1);
  });

  test('of a frozen App', () => {
    const { app } = fleet(3);
    const evaluate = countJudgements();

    Object.freeze(app).synth();

    expect(evaluate).toHaveBeenCalledTimes(1);
  });

  test('where a validation reads the findings of each rollout', () => {
    const { app, rollouts } = fleet(4);
    rollouts.forEach((rollout) => rollout.node.scope!.node.addValidation({ validate: () => rollout.findings.map(({ rule }) => rule) }));
    const evaluate = countJudgements();

    app.synth();

    expect(evaluate).toHaveBeenCalledTimes(1);
  });

  test('where a validation of the App reads the findings', () => {
    const { app, rollouts } = fleet(4);
    app.node.addValidation({ validate: () => rollouts.flatMap(({ findings }) => findings.map(({ rule }) => rule)) });
    const evaluate = countJudgements();

    app.synth();

    expect(evaluate).toHaveBeenCalledTimes(1);
  });

  test('whichever copy of the package a release is from, and warnings are printed once', () => {
    const { app, rollouts: [first] } = fleet(2);
    const copy = otherCopy().IstioCanaryRollout;
    const second = canary(app, 'copy', copy);
    [first, second].forEach(shiftByHand);
    const evaluate = countJudgements();

    app.synth();

    expect(copy).not.toBe(IstioCanaryRollout);
    expect(evaluate).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls).toEqual([
      [expect.stringContaining('warning: [app-0/app/Resource] [weights-at-rest]')], [expect.stringContaining('warning: [copy/app/Resource] [weights-at-rest]')],
    ]);
  });
});

describe('an app is judged anew', () => {
  test('after a Lazy produces something else', () => {
    const { app, rollouts: [rollout] } = fleet(2);
    let weight = 30;
    addRollout(rollout.node.scope as Chart, () => ({ setWeight: weight }));
    app.synth();

    weight = 130;

    expect(() => app.synth()).toThrow('[app-0/app] [step-weight-range] Rollout other');
  });

  test('after an object is added', () => {
    const { app, rollouts: [rollout] } = fleet(1);
    app.synth();

    addRollout(rollout.node.scope as Chart, () => ({ setWeight: 130 }));

    expect(() => app.synth()).toThrow('[app-0/app] [step-weight-range] Rollout other');
  });

  test('where findings are read after a synthesis', () => {
    const { app, rollouts: [rollout] } = fleet(2);
    app.synth();

    rollout.addJsonPatch(wrongWeight);

    expect(rollout.findings).toMatchObject([{ rule: 'step-weight-range' }]);
  });

  test('where a rollout is validated alone after a synthesis', () => {
    const { app, rollouts: [rollout] } = fleet(2);
    app.synth();

    rollout.addJsonPatch(wrongWeight);

    expect(rollout.node.validate()).toEqual([expect.stringContaining('[step-weight-range]')]);
  });

  test('after another validation stopped a synthesis by an exception', () => {
    const { app, rollouts: [first, second] } = fleet(2);
    first.node.addValidation({ validate: () => { throw new Error('not ready'); } });
    expect(() => app.synth()).toThrow('not ready');

    second.addJsonPatch(wrongWeight);

    expect(second.findings).toMatchObject([{ rule: 'step-weight-range' }]);
    expect(second.node.validate()).toEqual([expect.stringContaining('[step-weight-range]')]);
  });

  test('by a validation that comes before all others, in a synthesis after one that failed', () => {
    const app = new App({ outdir });
    const rollouts: Rollout[] = [];
    app.node.addValidation({ validate: () => rollouts.flatMap(({ findings }) => findings.map(({ rule }) => `policy: ${rule}`)) });
    rollouts.push(...['one', 'two'].map((id) => canary(app, id)));
    rollouts[0].addJsonPatch(wrongWeight);
    expect(() => app.synth()).toThrow('policy: step-weight-range');

    rollouts[0].addJsonPatch(goodWeight);

    expect(() => app.synth()).not.toThrow();
  });
});

describe('warnings', () => {
  test.each(['FILE_PER_APP', 'FILE_PER_CHART', 'FILE_PER_RESOURCE', 'FOLDER_PER_CHART_FILE_PER_RESOURCE'] as const)('are printed once for %s', (layout) => {
    const { app, rollouts } = fleet(3, { yamlOutputType: YamlOutputType[layout] });
    shiftByHand(rollouts[1]);

    app.synth();

    expect(warn.mock.calls).toEqual([[expect.stringContaining('warning: [app-1/app/Resource] [weights-at-rest] Rollout app ')]]);
  });

  test('are printed for each synthesis', () => {
    const { app, rollouts } = fleet(2);
    shiftByHand(rollouts[1]);

    app.synth();
    app.synthYaml();

    expect(warn).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['a rule', ({ rollouts }: ReturnType<typeof fleet>) => rollouts[0].addJsonPatch(wrongWeight)],
    ['a rollout', ({ app }: ReturnType<typeof fleet>) => new BlueGreenRollout(new Chart(app, 'empty'), 'app', { ...pods(), containers: [] })],
  ])('are not printed beside an error of %s', (_name, spoil) => {
    const apps = fleet(2);
    shiftByHand(apps.rollouts[1]);
    spoil(apps);

    expect(() => apps.app.synth()).toThrow('Validation failed');

    expect(warn).not.toHaveBeenCalled();
  });

  test('are not printed where a chart is rendered on its own', () => {
    const { rollouts: [rollout] } = fleet(1);
    shiftByHand(rollout);

    Testing.synth(rollout.node.scope as Chart);

    expect(warn).not.toHaveBeenCalled();
  });
});

test('a rollout that is taken out of the tree reports nothing, and the next one has what belongs to none', () => {
  const { app, rollouts: [first, second] } = fleet(2);
  addRollout(second.node.scope as Chart, () => ({ setWeight: 130 }));
  first.addJsonPatch(wrongWeight);

  app.node.tryRemoveChild('app-0');

  expect(() => app.synth()).toThrow(/errors:\n {2}\[app-1\/app\] \[step-weight-range\] Rollout other [^\n]*$/);
  expect(first.findings).toEqual([]);
});

test('objects below two rollouts concern both', () => {
  const { app, rollouts: [outer] } = fleet(1);
  const inner = new IstioCanaryRollout(outer, 'inner', { ...pods(), metadata: { name: 'inner' }, steps });
  inner.addJsonPatch(wrongWeight);

  expect(() => app.synth()).toThrow(/\[app-0\/app\] \[step-weight-range\].*\n.*\[app-0\/app\/inner\] \[step-weight-range\]/);
});

/** The package as a program has it that installs it twice, beside one cdk8s. */
function otherCopy(): typeof import('../../src') {
  const shared = new Map(['cdk8s', 'cdk8s-plus-28', 'constructs'].map((name) => [name, jest.requireActual(name)]));
  let copy: typeof import('../../src');
  jest.isolateModules(() => {
    shared.forEach((library, name) => jest.doMock(name, () => library));
    copy = jest.requireActual('../../src');
  });
  return copy!;
}
