import { javascript, YamlFile } from 'projen';

// Each major is one that actionlint knows the inputs of.
const CHECKOUT = { uses: 'actions/checkout@v6', with: { 'persist-credentials': false } };
const SETUP_NODE = 'actions/setup-node@v6';
const SETUP_GO = 'actions/setup-go@v6';
const SETUP_PYTHON = { uses: 'actions/setup-python@v6', with: { 'python-version': '3.11' } };
const SETUP_JAVA = 'actions/setup-java@v5';
const SETUP_DOTNET = { uses: 'actions/setup-dotnet@v5', with: { 'dotnet-version': '10.0' } };
const UPLOAD = 'actions/upload-artifact@v7';
const DOWNLOAD = 'actions/download-artifact@v8';
const PYPI_PUBLISH = 'pypa/gh-action-pypi-publish@release/v1';

/** Exact, because it is given the secrets of the registries. */
const PUBLIB = 'publib@0.2.1061';

const NODE = '22';
const GO = '1.26';
const JAVA = { 'distribution': 'temurin', 'java-version': '17' };

const RUNNER = 'ubuntu-latest';
const READ = { contents: 'read' };
/** Lets a job prove to a registry which workflow it is; that stands in for a token. */
const IDENTITY = { 'id-token': 'write' };

/** The folders of `dist/` that jsii-pacmak writes, one for each language. */
const LANGUAGES = ['js', 'python', 'java', 'go', 'dotnet'] as const;

type Step = Record<string, unknown>;

/** The checks of pull requests and of main, and the release of a tag. */
export function workflows(project: javascript.NodeProject): void {
  new YamlFile(project, '.github/workflows/build.yml', { obj: build() });
  new YamlFile(project, '.github/workflows/release.yml', { obj: release() });
}

const run = (...commands: string[]): Step[] => commands.map((command) => ({ run: command }));
const node = (version: string): Step => ({ uses: SETUP_NODE, with: { 'node-version': version, 'cache': 'npm' } });
/** For the release: nothing of it comes from a cache that others could have written to. */
const nodeWithoutCache: Step = { uses: SETUP_NODE, with: { 'node-version': NODE, 'package-manager-cache': false } };

function build() {
  return {
    name: 'build',
    on: { pull_request: {}, push: { branches: ['main'] } },
    permissions: READ,
    concurrency: {
      'group': '${{ github.workflow }}-${{ github.ref }}',
      'cancel-in-progress': true,
    },
    jobs: { test: test(), e2e: e2e(), bindings: bindings() },
  };
}

function test() {
  return {
    'name': 'test (Node.js ${{ matrix.node }})',
    'runs-on': RUNNER,
    'timeout-minutes': 30,
    'strategy': { 'fail-fast': false, 'matrix': { node: ['20', '22'] } },
    'steps': [CHECKOUT, node('${{ matrix.node }}'), ...run('npm ci', 'npm run demo', 'npm test', 'npm run e2e:page')],
  };
}

function e2e() {
  return {
    'runs-on': RUNNER,
    'timeout-minutes': 60,
    'steps': [
      CHECKOUT,
      node(NODE),
      { uses: SETUP_GO, with: { 'go-version': GO, 'cache-dependency-path': 'e2e/**/go.sum' } },
      ...run('npm ci', 'npm run e2e', 'npm run e2e:simulator'),
      // Network namespaces need root; Node.js and Go stand on the PATH of the runner's user only.
      ...run('sudo -E env "PATH=$PATH" npm run e2e:traffic'),
    ],
  };
}

function bindings() {
  return {
    'runs-on': RUNNER,
    'timeout-minutes': 60,
    'steps': [
      CHECKOUT,
      node(NODE),
      SETUP_PYTHON,
      // The poms are written by the run itself, so the cache goes by what decides over them.
      { uses: SETUP_JAVA, with: { ...JAVA, 'cache': 'maven', 'cache-dependency-path': 'package-lock.json' } },
      { uses: SETUP_GO, with: { 'go-version': GO, 'cache-dependency-path': 'package-lock.json' } },
      ...run('npm ci', 'npm run bindings'),
    ],
  };
}

function release() {
  return {
    name: 'release',
    on: { push: { tags: ['v*'] } },
    permissions: READ,
    // Never two at a time, and none stopped half-way: what is published stays so.
    concurrency: { 'group': '${{ github.workflow }}', 'cancel-in-progress': false },
    jobs: { package: packageAll(), npm: npm(), pypi: pypi(), maven: maven(), go: go(), nuget: nuget() },
  };
}

/** Builds, tests and packages once; what is published is what was tested. */
function packageAll() {
  return {
    'runs-on': RUNNER,
    'timeout-minutes': 60,
    'steps': [
      CHECKOUT,
      nodeWithoutCache,
      SETUP_PYTHON,
      { uses: SETUP_JAVA, with: JAVA },
      { uses: SETUP_GO, with: { 'go-version': GO, 'cache': false } },
      SETUP_DOTNET,
      ...run('npm ci'),
      { name: 'take the version from the tag', run: 'npm version --no-git-tag-version "${GITHUB_REF_NAME#v}"' },
      ...run('npm test', 'npx jsii-pacmak -v'),
      ...LANGUAGES.map((language) => ({
        uses: UPLOAD,
        with: { 'name': language, 'path': `dist/${language}`, 'if-no-files-found': 'error' },
      })),
    ],
  };
}

/** Publishes what was packaged for one language. Who approves, and the secrets, are those of the environment. */
function publish(language: typeof LANGUAGES[number], permissions: Record<string, string>, steps: Step[]) {
  return {
    'needs': 'package',
    'runs-on': RUNNER,
    'timeout-minutes': 60,
    'environment': 'release',
    permissions,
    'steps': [{ uses: DOWNLOAD, with: { name: language, path: `dist/${language}` } }, ...steps],
  };
}

const publib = (command: string, env: Record<string, string>): Step => ({ run: `npx --yes --package ${PUBLIB} ${command}`, env });

function npm() {
  return publish('js', IDENTITY, [
    // npm 11.5.1, the first that logs in by the workflow's identity, comes with Node.js 24.
    { uses: SETUP_NODE, with: { 'node-version': '24', 'registry-url': 'https://registry.npmjs.org', 'package-manager-cache': false } },
    {
      run: [
        'case "$GITHUB_REF_NAME" in *-*) tag=next ;; *) tag=latest ;; esac',
        'npm publish ./dist/js/*.tgz --provenance --access public --tag "$tag"',
      ].join('\n'),
      // For the first release only: until the package exists, nobody can be named as its trusted publisher.
      env: { NODE_AUTH_TOKEN: '${{ secrets.NPM_TOKEN }}' },
    },
  ]);
}

function pypi() {
  return publish('python', IDENTITY, [{ uses: PYPI_PUBLISH, with: { 'packages-dir': 'dist/python', 'skip-existing': true } }]);
}

function maven() {
  return publish('java', {}, [
    nodeWithoutCache,
    { uses: SETUP_JAVA, with: JAVA },
    publib('publib-maven', {
      MAVEN_SERVER_ID: 'central-ossrh',
      MAVEN_USERNAME: '${{ secrets.MAVEN_USERNAME }}',
      MAVEN_PASSWORD: '${{ secrets.MAVEN_PASSWORD }}',
      MAVEN_GPG_PRIVATE_KEY: '${{ secrets.MAVEN_GPG_PRIVATE_KEY }}',
      MAVEN_GPG_PRIVATE_KEY_PASSPHRASE: '${{ secrets.MAVEN_GPG_PRIVATE_KEY_PASSPHRASE }}',
    }),
  ]);
}

/** Go has no registry: the module is a repository, and a release a tag in it. */
function go() {
  return publish('go', {}, [
    nodeWithoutCache,
    publib('publib-golang', {
      GIT_USER_NAME: 'github-actions[bot]',
      GIT_USER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
      GITHUB_TOKEN: '${{ secrets.GO_GITHUB_TOKEN }}',
    }),
  ]);
}

function nuget() {
  return publish('dotnet', IDENTITY, [
    nodeWithoutCache,
    // publib asks for the workflow's identity in Python, and installs what it needs for that.
    SETUP_PYTHON,
    SETUP_DOTNET,
    publib('publib-nuget', { NUGET_TRUSTED_PUBLISHER: 'true', NUGET_USERNAME: '${{ vars.NUGET_USERNAME }}' }),
  ]);
}
