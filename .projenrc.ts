import { cdk8s, javascript, TextFile } from 'projen';
import { e2eTasks } from './projenrc/e2e';
import { eslintRules } from './projenrc/eslint-rules';
import { workflows } from './projenrc/workflows';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-rollouts',
  description: 'cdk8s constructs for progressive delivery with Argo Rollouts and Istio: describe a release once, synthesize the whole coordinated set of manifests.',
  author: 'cdk8s-rollouts contributors',
  authorAddress: 'https://github.com/cdk8s-rollouts',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-rollouts/cdk8s-rollouts.git',
  keywords: ['cdk8s', 'kubernetes', 'argo-rollouts', 'istio', 'argocd', 'gitops', 'blue-green', 'canary', 'progressive-delivery'],
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk8s-rollouts contributors',
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  stability: 'experimental',

  // cdk8s 2.68.11, the lowest that cdk8s-plus-28 asks for, was never published.
  cdk8sVersion: '2.68.25',
  constructsVersion: '10.5.0',
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  jsiiVersion: '~5.9.0',
  typescriptVersion: '~5.9.0',
  bin: { 'cdk8s-rollouts': 'bin/cdk8s-rollouts' },
  // The bindings carry these inside; none of their types is public.
  bundledDeps: [
    '@dagrejs/dagre@^1', 'ajv@^8', 'cli-table3@^0.6', 'commander@^12', 'htm@^3', 'microdiff@^1', 'preact@^10', 'preact-render-to-string@^6', 'string-width@^4',
    'wrap-ansi@^7', 'yaml@^2',
  ],
  devDeps: [
    '@types/node@^20',
    '@types/wrap-ansi@^3',
    'ansi-to-html@^0.7',
    'axe-core@^4',
    'cdk8s-cli@^2.207.0',
    'eslint-plugin-jsdoc@^50',
    'fast-check@^4',
    'puppeteer-core@^24',
    'ts-json-schema-generator@^2',
    'tsx@^4',
  ],

  publishToPypi: { distName: 'cdk8s-rollouts', module: 'cdk8s_rollouts' },
  publishToMaven: { mavenGroupId: 'io.github.cdk8s-rollouts', mavenArtifactId: 'cdk8s-rollouts', javaPackage: 'io.github.cdk8srollouts' },
  publishToGo: { moduleName: 'github.com/cdk8s-rollouts/cdk8s-rollouts-go', packageName: 'cdk8srollouts' },
  publishToNuget: { dotNetNamespace: 'Cdk8sRollouts', packageId: 'Cdk8sRollouts' },

  entrypoint: 'lib/src/index.js',
  entrypointTypes: 'lib/src/index.d.ts',
  tsconfig: {
    compilerOptions: { rootDir: '.', outDir: 'lib' },
    include: ['imports/**/*.ts'],
  },
  docgenFilePath: 'API.md',

  jest: true,
  jestOptions: {
    // A wrong snapshot must fail, not be rewritten.
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      collectCoverage: false,
      moduleNameMapper: { '^cdk8s-rollouts$': '<rootDir>/src/index' },
      testTimeout: 30_000,
    },
    junitReporting: false,
  },
  eslintOptions: {
    dirs: ['src', 'test', 'tools', 'bench', 'examples', 'e2e'],
    ignorePatterns: ['*.js', '*.d.ts', 'node_modules/', '/imports/', '/src/validation/schema/crds/', '/lib/', '/dist/'],
  },
  sampleCode: false,
  readme: { contents: '# cdk8s-rollouts' },
  gitignore: ['.jsii.tabl.json', '*.cpuprofile', '/bench/**/*.js'],

  github: false,
  depsUpgrade: false,
  release: false,
});

// The jsii build sets this to its own idea of the entry point.
project.addFields({ types: 'lib/src/index.d.ts' });
// Later ones lack the binaries of some platforms, and `npm ci` fails.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
// A lock file with the address of whoever wrote it would be of no use to others.
new TextFile(project, '.npmrc', { lines: ['omit-lockfile-registry-resolved=true', 'fund=false', 'audit=false'] });

for (const path of [
  'imports', 'lib/imports/*.js', 'test', 'tools', 'bench', 'e2e', 'examples', 'docs', 'rosetta', '.ci', '.npmrc', 'cdk8s.yaml', 'CONTRIBUTING.md', 'API.md',
  'tsconfig.run.json', '.jsii.tabl.json',
]) {
  project.npmignore?.exclude(`/${path}`);
}

eslintRules(project);
e2eTasks(project);

const run = (script: string) => `tsx --tsconfig tsconfig.run.json ${script}`;
const task = (name: string, description: string, exec: string) => project.addTask(name, { description, steps: [{ exec, receiveArgs: true }] });

task('demo', 'Synthesize the examples into dist/demo and say what each release will do', run('tools/demo/main.ts'));
// Measured as npm users run it: compiled, and without a loader in between.
for (const [name, description, script] of [
  ['bench', 'Measure synthesis against raw ApiObjects', 'bench/synth/main.js'],
  ['bench:lint', 'Measure linting against parsing the same YAML alone', 'bench/lint/main.js'],
  ['bench:plan', 'Measure planning against linting the same YAML', 'bench/plan/main.js'],
  ['bench:simulator', 'Measure that the memory of a simulation does not grow with its events', '--expose-gc bench/simulator/main.js'],
]) {
  const bench = project.addTask(name, { description });
  bench.spawn(project.compileTask);
  bench.exec('tsc -p bench/tsconfig.json');
  bench.exec(`node ${script}`, { receiveArgs: true });
}
task('imports', 'Generate imports/ from the upstream CRDs (--from FOLDER reads them from there)', run('tools/imports/main.ts'));
const bindings = project.addTask('bindings', { description: 'Build the Python, Java and Go bindings, and run the examples in each (or in those named)' });
bindings.spawn(project.compileTask);
bindings.exec(run('tools/bindings/main.ts'), { receiveArgs: true });
task('rules', 'Write docs/rules.md from the rules', run('tools/rules/main.ts'));
task('schemas', 'Write the JSON schemas of what the command line prints', run('tools/schemas/main.ts'));
task('pictures', 'Photograph a plan on a page and on a terminal, for the README (needs Chromium or Chrome)', run('tools/pictures/main.ts'));
task('golden', 'Write the golden files of the examples anew', run('tools/golden/main.ts'));

const test = project.testTask;
test.reset();
test.spawn(project.compileTask);
test.exec('tsc --noEmit -p test/tsconfig.json');
test.exec('tsc --noEmit -p tsconfig.run.json');
test.exec('tsc --noEmit -p bench/tsconfig.json');
test.exec('tsc --noEmit -p e2e/tsconfig.json');
test.exec('jest --ci', { receiveArgs: true });
test.exec('eslint --ext .ts --no-error-on-unmatched-pattern src test tools bench examples e2e projenrc .projenrc.ts');
test.env('ESLINT_USE_FLAT_CONFIG', 'false');
test.env('NODE_NO_WARNINGS', '1');
test.exec(run('tools/check-api/main.ts'));
test.exec('jsii-rosetta extract --strict .jsii');

workflows(project);

project.synth();
