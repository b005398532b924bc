import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Lazy, Testing, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { addValidation } from '../../../src/core/synthesis/validation-passes';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'passes-'));
});

afterEach(() => {
  rmSync(outdir, { recursive: true });
  jest.restoreAllMocks();
});

/** An app with charts of one object each, whose last object is checked, and the check. */
function checkedApp(app: App = new App({ outdir }), charts: number = 3) {
  const check = jest.fn((): string[] => []);
  const objects = Array.from({ length: charts }, (_, index) => addObject(new Chart(app, `chart-${index}`)));
  addValidation(objects[charts - 1], check);
  return { app, objects, check };
}

function addObject(chart: Chart, id: string = 'object', value: unknown = 'x'): ApiObject {
  return new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', data: { value } });
}

const SYNTHESES: Array<[string, (app: App) => unknown]> = [
  ['synth', (app) => app.synth()],
  ['synthYaml', (app) => app.synthYaml()],
];
const LAYOUTS = [
  YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
].map((yamlOutputType) => [YamlOutputType[yamlOutputType], yamlOutputType] as const);

describe('a check runs once in a synthesis', () => {
  test.each(LAYOUTS)('that writes %s', (_name, yamlOutputType) => {
    const { app, check } = checkedApp(new App({ outdir, yamlOutputType, recordConstructMetadata: true }));

    app.synth();

    expect(check).toHaveBeenCalledTimes(1);
  });

  test('that returns YAML', () => {
    const { app, check } = checkedApp();

    app.synthYaml();

    expect(check).toHaveBeenCalledTimes(1);
  });

  test('of an App and charts that override the methods of cdk8s', () => {
    class OwnApp extends App {
      public synth() {
        super.synth();
      }
    }
    class OwnChart extends Chart {
      public toJson() {
        return super.toJson();
      }
    }
    const { app, check } = checkedApp(new OwnApp({ outdir }));
    addObject(new OwnChart(app, 'own'));

    app.synth();

    expect(check).toHaveBeenCalledTimes(1);
  });

  test('of a frozen App', () => {
    const { app, check } = checkedApp();

    Object.freeze(app).synth();

    expect(check).toHaveBeenCalledTimes(1);
  });
});

describe('a check runs again', () => {
  test.each(SYNTHESES)('in a second synthesis by %s', (_name, synthesize) => {
    const { app, check } = checkedApp();
    app.synth();

    synthesize(app);

    expect(check).toHaveBeenCalledTimes(2);
  });

  test.each(LAYOUTS)('for a chart that is rendered after a synthesis that wrote %s', (_name, yamlOutputType) => {
    const { app, objects: [{ chart }], check } = checkedApp(new App({ outdir, yamlOutputType }));
    app.synth();

    Testing.synth(chart);

    expect(check).toHaveBeenCalledTimes(2);
  });

  test('for each chart that is rendered on its own', () => {
    const { objects, check } = checkedApp();

    objects.forEach(({ chart }) => chart.toJson());

    expect(check).toHaveBeenCalledTimes(3);
  });

  test('for each chart that a method of the same name renders', () => {
    const { app, objects, check } = checkedApp();
    const platform = new class Platform {
      public synth() {
        app.node.validate();
        objects.forEach(({ chart }) => chart.toJson());
        for (const { chart } of objects) {
          chart.toJson();
        }
      }
    }();

    platform.synth();

    expect(check).toHaveBeenCalledTimes(6);
  });

  test('after a synthesis that failed', () => {
    const { app, objects: [{ chart }], check } = checkedApp();
    check.mockReturnValueOnce(['wrong']);
    expect(() => app.synth()).toThrow('[chart-2/object] wrong');

    chart.toJson();

    expect(check).toHaveBeenCalledTimes(2);
  });

  test('after a synthesis that failed between two charts', () => {
    const { app, objects, check } = checkedApp();
    let isBroken = true;
    addObject(objects[1].chart, 'broken', Lazy.any({
      produce: () => {
        if (isBroken) {
          throw new Error('not yet');
        }
        return 'x';
      },
    }));
    expect(() => app.synth()).toThrow('not yet');

    isBroken = false;
    objects[2].chart.toJson();

    expect(check).toHaveBeenCalledTimes(2);
  });

  test('where its construct is validated alone', () => {
    const { app, objects, check } = checkedApp();
    app.synth();
    check.mockReturnValue(['wrong']);

    expect(objects[2].node.validate()).toEqual(['wrong']);
  });

  test('for each chart where the engine does not say who calls', () => {
    const { app, check } = checkedApp();
    jest.spyOn(Object, 'isFrozen').mockReturnValue(true);

    app.synth();

    expect(check).toHaveBeenCalledTimes(4);
  });
});

test('a check that is added while a synthesis renders its charts runs for the next of them', () => {
  const { app, objects: [{ chart }] } = checkedApp();
  const late = jest.fn(() => ['late']);
  addObject(chart, 'lazy', Lazy.any({
    produce: () => {
      addValidation(new Construct(app, 'late'), late);
      return 'x';
    },
  }));

  expect(() => app.synth()).toThrow('[late] late');
});

test('how Error shows stacks is as it was', () => {
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace')?.value;
  const { stackTraceLimit } = Error;

  checkedApp().app.synth();

  expect(Error.prepareStackTrace).toBe(before);
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});

test('whatever is called in whatever order, what is wrong at the time is found, and nothing else is', () => {
  const action = fc.oneof(
    fc.constantFrom('synth', 'synthYaml', 'validate', 'break', 'mend', 'add chart', 'charts'),
    fc.nat(9).map((chart) => ({ chart })),
  );
  fc.assert(fc.property(fc.constantFrom(...LAYOUTS), fc.array(action, { maxLength: 15 }), ([, yamlOutputType], actions) => {
    const { app, objects, check } = checkedApp(new App({ outdir, yamlOutputType }), 2);
    let isWrong = false;
    check.mockImplementation(() => isWrong ? ['wrong'] : []);
    actions.forEach((next) => {
      const { length } = app.charts;
      if (next === 'break' || next === 'mend') {
        isWrong = next === 'break';
      } else if (next === 'add chart') {
        addObject(new Chart(app, `added-${length}`));
      } else if (next === 'validate') {
        expect(objects[1].node.validate()).toEqual(isWrong ? ['wrong'] : []);
      } else {
        const run = () => next === 'charts' ? undefined : typeof next === 'object' ? app.charts[next.chart % length].toJson() : app[next]();
        const result = expect(run);
        (isWrong && next !== 'charts' ? result : result.not).toThrow('wrong');
      }
    });
  }), { numRuns: 200 });
});
