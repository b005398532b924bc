import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, AppProps, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { BlueGreenRollout, ReleaseApp } from '../../../src';
import { addValidation } from '../../../src/core/synthesis/validation-passes';
import { pods } from '../../util/synth';

/** A tree of constructs, and what depends on what, by index in the order of creation. */
interface Tree {
  readonly constructs: Array<{ kind: 'chart' | 'group' | 'object' | 'own chart'; parent: number; value: unknown; name?: string }>;
  readonly dependencies: Array<[number, number]>;
  readonly wrong: number[];
}

const LAYOUTS = [
  YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];

const tree: fc.Arbitrary<Tree> = fc.record({
  constructs: fc.array(fc.record({
    kind: fc.constantFrom('chart', 'group', 'object', 'object', 'own chart'),
    parent: fc.nat(20),
    value: fc.jsonValue({ maxDepth: 2 }),
    name: fc.option(fc.constantFrom('a', 'a.b', 'c/d', '3'), { nil: undefined }),
  } satisfies Record<string, fc.Arbitrary<unknown>>), { minLength: 1, maxLength: 14 }) as fc.Arbitrary<Tree['constructs']>,
  dependencies: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 5 }),
  wrong: fc.oneof({ weight: 5, arbitrary: fc.constant<number[]>([]) }, { weight: 1, arbitrary: fc.array(fc.nat(20), { maxLength: 2 }) }),
});

/** Charts stand below the app, or as a child or a grandchild of other charts; everything else stands below a chart. */
function build(app: App, { constructs, dependencies, wrong }: Tree): void {
  const built: Construct[] = [new Chart(app, 'first')];
  constructs.forEach(({ kind, parent, value, name }, index) => {
    const isChart = kind === 'chart' || kind === 'own chart';
    const scopes = built.filter((construct) => !ApiObject.isApiObject(construct));
    const scope = isChart ? [app, ...scopes][parent % (scopes.length + 1)] : scopes[parent % scopes.length];
    built.push(create(scope, kind, `${kind}-${index}`, value, name));
  });
  dependencies.forEach(([from, to]) => built[from % built.length].node.addDependency(built[to % built.length]));
  wrong.forEach((index) => addValidation(built[index % built.length], () => [`${index} is wrong`]));
}

function create(scope: Construct, kind: string, id: string, value: unknown, name: string | undefined): Construct {
  switch (kind) {
    case 'chart': return new Chart(scope, id, { namespace: name && 'shop', labels: name ? { team: 'shop' } : {} });
    case 'own chart': return new OwnChart(scope, id);
    case 'group': return new Construct(scope, id);
    default: {
      const object = new ApiObject(scope, id, {
        apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { value, lazy: Lazy.any({ produce: () => value }), none: undefined },
      });
      object.addJsonPatch(JsonPatch.add('/patched', true));
      return object;
    }
  }
}

class OwnChart extends Chart {
  public toJson(): any[] {
    return [...super.toJson().reverse(), { kind: 'Added', metadata: { name: this.node.id } }];
  }
}

/** All files of a synthesis, or with what it failed. */
function outcome(app: App): unknown {
  try {
    app.synth();
    return filesBelow(app.outdir);
  } catch (error) {
    return (error as Error).message;
  }
}

function filesBelow(folder: string): Array<[string, string]> {
  return (readdirSync(folder, { recursive: true }) as string[]).sort()
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-app-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The same program with the App of cdk8s and with ours. */
function both<T>(describe: (app: App) => void, run: (app: App) => T, props: AppProps = {}): [T, T] {
  const [theirs, ours] = [App, ReleaseApp].map((type) => {
    const app = new type({ ...props, outdir: mkdtempSync(join(folder, 'out-')) });
    describe(app);
    return run(app);
  });
  return [theirs, ours];
}

test.each(LAYOUTS.map((layout) => [YamlOutputType[layout], layout] as const))('random charts are written as by the App of cdk8s, %s', (_name, yamlOutputType) => {
  fc.assert(fc.property(tree, fc.boolean(), (random, recordConstructMetadata) => {
    const [theirs, ours] = both((app) => build(app, random), outcome, { yamlOutputType, recordConstructMetadata, outputFileExtension: '.yaml' });

    expect(ours).toEqual(theirs);
  }), { numRuns: 150 });
});

test('random charts are returned as by the App of cdk8s', () => {
  fc.assert(fc.property(tree, (random) => {
    const [theirs, ours] = both((app) => build(app, random), (app) => {
      try {
        return app.synthYaml();
      } catch (error) {
        return (error as Error).message;
      }
    });

    expect(ours).toEqual(theirs);
  }), { numRuns: 150 });
});

test('an app without charts writes nothing', () => {
  expect(both(() => undefined, outcome)).toEqual([[], []]);
});

test('constructs are recorded where the cdk8s command line asks for it', () => {
  process.env.CDK8S_RECORD_CONSTRUCT_METADATA = 'true';
  try {
    const [theirs, ours] = both((app) => new BlueGreenRollout(new Chart(app, 'app'), 'app', pods()), outcome) as Array<Array<[string, string]>>;

    expect(ours.map(([file]) => file)).toContain('construct-metadata.json');
    expect(ours).toEqual(theirs);
  } finally {
    delete process.env.CDK8S_RECORD_CONSTRUCT_METADATA;
  }
});

test('resolvers of the app are used', () => {
  const resolver = { resolve: (context: any) => context.value === 'secret' && context.replaceValue('***') };
  const [theirs, ours] = both((app) => new ApiObject(new Chart(app, 'app'), 'object', { apiVersion: 'v1', kind: 'X', data: 'secret' }), outcome, { resolvers: [resolver] });

  expect(ours).toEqual([['app.k8s.yaml', expect.stringContaining('***')]]);
  expect(ours).toEqual(theirs);
});

test('each construct is validated once, however many charts there are', () => {
  const app = new ReleaseApp({ outdir: folder });
  const charts = ['one', 'two', 'three'].map((id) => new Chart(app, id));
  const validate = jest.fn(() => []);
  charts[0].node.addValidation({ validate });

  app.synth();

  expect(validate).toHaveBeenCalledTimes(1);
});

test('what rules find stops the synthesis before a file is written', () => {
  const app = new ReleaseApp({ outdir: folder });
  new BlueGreenRollout(new Chart(app, 'app'), 'app', pods()).addJsonPatch(JsonPatch.add('/spec/strategy/blueGreen/activ', 'x'));

  expect(() => app.synth()).toThrow('[app/app] [field-known]');
  expect(readdirSync(folder)).toEqual([]);
});
