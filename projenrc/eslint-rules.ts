import { javascript } from 'projen';

/** What each folder of src/ may import, from the bottom up; itself always. */
const LAYERS: Record<string, string[]> = {
  core: [],
  model: ['core'],
  validation: ['model', 'core'],
  simulator: ['model', 'core'],
  input: ['model', 'core'],
  forecast: ['simulator', 'model', 'core'],
  diff: ['forecast', 'validation', 'simulator', 'model', 'core'],
  report: ['diff', 'forecast', 'validation', 'simulator', 'model', 'core'],
  exposure: ['model', 'core'],
  rollout: ['exposure', 'validation', 'model', 'core'],
  traffic: ['rollout', 'exposure', 'validation', 'model', 'core'],
  entry: ['traffic', 'rollout', 'exposure', 'validation', 'model', 'core'],
  gitops: ['entry', 'traffic', 'rollout', 'exposure', 'validation', 'model', 'core'],
  testing: ['input', 'simulator', 'rollout', 'validation', 'model', 'core'],
  cli: ['input', 'report', 'diff', 'forecast', 'simulator', 'validation', 'model', 'core'],
};

const PURE = ['model', 'validation', 'simulator', 'forecast', 'diff', 'report'];

/** Folders that learn from the model alone what a release does, and never from fields of a manifest. */
const ASK_THE_MODEL = ['input', 'cli', 'simulator', 'forecast', 'diff', 'report', 'testing'];

/** Readers of raw fields: of a Rollout they are for the model and for rules, of Istio's objects for the model and the rules on these. */
const RELEASE_FIELDS = '**/model/release/fields';
const ISTIO_FIELDS = '**/routing/istio/fields';
const RULES_ON_ISTIO = 'src/validation/rules/{istio*,virtual-service*,destination-rule}/*.ts';

/** Fields of a Rollout that only the model takes apart. */
const RAW_FIELDS = '/^(trafficRouting|virtualServices?|destinationRule|workloadRef|prePromotionAnalysis|postPromotionAnalysis)$/';

const TESTS = ['test/**/*.ts', 'e2e/**/*.ts'];

/** Tests that are too long yet; none may be added. */
const LONG_TESTS = [
  'test/entry/alb-entry-point.test.ts', 'test/gitops/argo-cd-application.test.ts', 'test/testing/rollout-simulator.test.ts',
  'test/traffic/istio/canary/istio-canary-rollout.test.ts', 'test/traffic/istio/strict-decoding.test.ts',
];

/** Imports point one way, never in a circle, and what is public is documented. */
export function eslintRules(project: javascript.NodeProject): void {
  const eslint = javascript.Eslint.of(project);
  if (!eslint) {
    return;
  }
  project.tryFindObjectFile('.eslintrc.json')?.addOverride('parserOptions', {
    ecmaVersion: 2022,
    sourceType: 'module',
    project: ['tsconfig.json', 'test/tsconfig.json', 'tsconfig.run.json', 'bench/tsconfig.json', 'e2e/tsconfig.json', 'projenrc/tsconfig.json'].map((path) => `./${path}`),
  });
  project.tryFindObjectFile('.eslintrc.json')?.addDeletionOverride('parserOptions.projectService');
  eslint.addPlugins('jsdoc');
  eslint.addRules({
    'import/no-cycle': ['error', { ignoreExternal: true }],
    'import/no-restricted-paths': ['error', { zones: zones() }],
    'import/no-extraneous-dependencies': ['error', {
      devDependencies: ['**/test/**', '**/tools/**', '**/bench/**', '**/e2e/**', '**/examples/**', '**/projenrc/**', '.projenrc.ts'],
      peerDependencies: true,
    }],
  });
  eslint.addOverride({
    files: ['src/**/*.ts'],
    rules: {
      'jsdoc/require-jsdoc': ['error', {
        require: { ClassDeclaration: false, FunctionDeclaration: false },
        enableFixer: false,
        contexts: DOCUMENTED,
      } as any],
    },
  });
  restrictReading(eslint);
  limitLines(eslint);
  eslint.addOverride({
    files: ['examples/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'import/no-unresolved': 'off' },
  });
}

/** What each folder must not import: all of src/ but what the table says. */
function zones(): object[] {
  return Object.entries(LAYERS).map(([folder, below]) => ({
    target: `./src/${folder}`,
    from: './src',
    except: [folder, ...below].map((allowed) => `./${allowed}`),
    message: `src/${folder} may import ${below.join(', ') || 'nothing of ours'} only.`,
  }));
}

/** How long files and functions may be, without comments and blank lines; the functions of tests hold whole groups of tests. */
function limitLines(eslint: javascript.Eslint): void {
  const atMost = (max: number) => ['error', { max, skipBlankLines: true, skipComments: true }] as any;
  eslint.addRules({ 'max-lines': atMost(200), 'max-lines-per-function': atMost(40) });
  eslint.addOverride({ files: TESTS, rules: { 'max-lines-per-function': 'off' } });
  eslint.addOverride({ files: LONG_TESTS, rules: { 'max-lines': 'off' } });
}

/** What is pure imports nothing that is not, and only the model reads raw fields; of several overrides for a file the last one holds. */
function restrictReading(eslint: javascript.Eslint): void {
  const restrict = (files: string[], isPure: boolean, raw: string[]) => eslint.addOverride({
    files,
    rules: {
      'no-restricted-imports': ['error', {
        paths: isPure ? ['cdk8s', 'constructs', 'cdk8s-plus-28'] : [],
        patterns: [
          ...isPure ? [{ group: ['node:*', 'fs', 'path'] }] : [],
          ...raw.map((group) => ({ group: [group], message: 'Ask the model what a release does: readRelease, routesOf.' })),
        ],
      } as any],
    },
  });
  const raw = [RELEASE_FIELDS, ISTIO_FIELDS];
  restrict(PURE.map((folder) => `src/${folder}/**/*.ts`), true, []);
  restrict(['src/validation/**/*.ts'], true, raw);
  restrict(['src/validation/rules/**/*.ts'], true, [ISTIO_FIELDS]);
  restrict([RULES_ON_ISTIO], true, []);
  ASK_THE_MODEL.forEach((folder) => restrict([`src/${folder}/**/*.ts`], PURE.includes(folder), raw));
  eslint.addOverride({
    files: ['src/validation/*.ts', ...ASK_THE_MODEL.map((folder) => `src/${folder}/**/*.ts`)],
    rules: {
      'no-restricted-syntax': ['error', ...[`MemberExpression[property.name=${RAW_FIELDS}]`, `ObjectPattern > Property[key.name=${RAW_FIELDS}]`, `Literal[value=${RAW_FIELDS}]`]
        .map((selector) => ({ selector, message: 'Ask the model what a release does: readRelease, routesOf.' }))] as any,
    },
  });
}

/** Exported classes, enums and interfaces with their members; what is private or internal is left out. */
const DOCUMENTED = [
  'ExportNamedDeclaration > ClassDeclaration',
  'ExportNamedDeclaration > TSEnumDeclaration',
  'ExportNamedDeclaration > TSInterfaceDeclaration',
  'ExportNamedDeclaration > TSEnumDeclaration TSEnumMember',
  ...['MethodDefinition', 'PropertyDefinition'].map((member) => (
    `ExportNamedDeclaration > ClassDeclaration > ClassBody > ${member}:not([accessibility="private"]):not([kind="constructor"])`
  )),
];
