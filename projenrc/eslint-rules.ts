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
  const folders = Object.keys(LAYERS);
  eslint.addPlugins('jsdoc');
  eslint.addRules({
    'import/no-cycle': ['error', { ignoreExternal: true }],
    'import/no-restricted-paths': ['error', {
      zones: folders.map((folder) => ({
        target: `./src/${folder}`,
        from: './src',
        except: [folder, ...LAYERS[folder]].map((allowed) => `./${allowed}`),
        message: `src/${folder} may import ${LAYERS[folder].join(', ') || 'nothing of ours'} only.`,
      })),
    }],
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
  eslint.addOverride({
    files: PURE.map((folder) => `src/${folder}/**/*.ts`),
    rules: { 'no-restricted-imports': ['error', { paths: ['cdk8s', 'constructs', 'cdk8s-plus-28'], patterns: ['node:*', 'fs', 'path'] } as any] },
  });
  eslint.addOverride({
    files: ['examples/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'import/no-unresolved': 'off' },
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
