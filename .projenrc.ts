import { cdk8s, javascript } from 'projen';

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

  cdk8sVersion: '2.68.25',
  constructsVersion: '10.5.0',
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  jsiiVersion: '~5.9.0',
  typescriptVersion: '~5.9.0',
  devDeps: [
    '@types/node@^20',
    'ajv@^8',
    'cdk8s-cli@^2.207.0',
    'eslint-plugin-jsdoc@^50',
    'fast-check@^4',
    'tsx@^4',
    'yaml@^2',
  ],

  srcdir: 'src',
  entrypoint: 'lib/src/index.js',
  entrypointTypes: 'lib/src/index.d.ts',
  tsconfig: {
    compilerOptions: { rootDir: '.', outDir: 'lib' },
    include: ['imports/**/*.ts'],
  },
  docgenFilePath: 'API.md',

  jest: true,
  jestOptions: { updateSnapshot: javascript.UpdateSnapshot.NEVER },
  eslintOptions: { dirs: ['src', 'test', 'tools', 'bench', 'examples'] , tsAlwaysTryTypes: true },
  sampleCode: false,

  github: false,
  depsUpgrade: false,
  release: false,
  buildWorkflow: false,
  pullRequestTemplate: false,
});
project.addFields({ types: 'lib/src/index.d.ts' });
project.package.addPackageResolutions('unrs-resolver@1.12.2');

project.synth();
