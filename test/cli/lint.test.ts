import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const BIN = join(ROOT, 'bin', 'cdk8s-rollouts');
const BROKEN = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: app, namespace: shop }
spec:
  selector:
    matchLabels: { app: shop }
  template:
    metadata:
      labels: { app: shop }
    spec:
      containers: [{ name: app, image: registry.example.com/app:1 }]
  strategy:
    canary:
      steps:
        - setWeight: 130
        - pause: {}
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function run(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd: folder, input, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '' } });
  return { status, stdout, stderr };
}

test('what the constructs write is clean', () => {
  expect(run(['lint', join(ROOT, 'test/golden')])).toMatchObject({ status: 0, stderr: '' });
});

test('files that describe the same objects are judged apart, others together', () => {
  const other = BROKEN.replace('130', '30');
  ['stage', 'prod', 'all'].forEach((name) => mkdirSync(join(folder, name)));
  writeFileSync(join(folder, 'stage/app.yaml'), other);
  writeFileSync(join(folder, 'prod/app.yaml'), other);
  writeFileSync(join(folder, 'all/app.yaml'), `${other}---\n${other}`);

  expect(run(['lint', 'stage', 'prod']).status).toBe(0);
  expect(JSON.parse(run(['lint', 'all', '-f', 'json']).stdout).map(({ rule }: { rule: string }) => rule)).toEqual(['object-once']);
});

test('a finding is told with line and column, what is wrong, what to do, and exit code 1', () => {
  writeFileSync(join(folder, 'app.yaml'), BROKEN);

  expect(run(['lint', 'app.yaml'])).toEqual({
    status: 1,
    stderr: '',
    stdout: [
      'app.yaml  Rollout shop/app',
      '  15:11   ✖ error  spec.strategy.canary.steps[0].setWeight is not from 0 to 100, got 130  step-weight-range',
      '          write a whole number within that range',
      '',
      '1 object: 1 error',
      '',
    ].join('\n'),
  });
});

test('as JSON it is an array with all keys', () => {
  expect(JSON.parse(run(['lint', '-', '--format', 'json'], BROKEN).stdout)).toEqual([{
    rule: 'step-weight-range',
    severity: 'error',
    kind: 'Rollout',
    namespace: 'shop',
    name: 'app',
    path: 'spec.strategy.canary.steps[0].setWeight',
    value: 130,
    message: 'is not from 0 to 100',
    remedy: 'write a whole number within that range',
    file: '<stdin>',
    line: 15,
    ignoredBecause: null,
  }]);
});

test('as SARIF it has the rule, the place and the level', () => {
  writeFileSync(join(folder, 'app.yaml'), BROKEN);
  const { version, runs: [{ tool, results }] } = JSON.parse(run(['lint', 'app.yaml', '-f', 'sarif']).stdout);

  expect(version).toBe('2.1.0');
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['step-weight-range']);
  expect(results).toMatchObject([{
    ruleId: 'step-weight-range',
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'app.yaml' }, region: { startLine: 15, startColumn: 11 } } }],
  }]);
});

test('for GitHub it is one command a line, with its signs escaped', () => {
  writeFileSync(join(folder, 'a,b.yaml'), BROKEN);

  expect(run(['lint', 'a,b.yaml', '-f', 'github']).stdout).toBe(
    '::error file=a%2Cb.yaml,line=15,col=11,title=step-weight-range::Rollout shop/app: spec.strategy.canary.steps[0].setWeight is not from 0 to 100; write a whole number within that range\n',
  );
});

test('folders are read at any depth, without hidden ones and those of packages', () => {
  ['a/b', '.git', 'node_modules'].forEach((path) => mkdirSync(join(folder, path), { recursive: true }));
  ['a/b/app.yml', '.git/app.yaml', 'node_modules/app.yaml', 'a/app.txt'].forEach((path) => writeFileSync(join(folder, path), BROKEN));
  symlinkSync(folder, join(folder, 'a/b/loop'));

  const { stdout } = run(['lint', '.', '-f', 'json']);

  expect(JSON.parse(stdout).map(({ file }: { file: string }) => file)).toEqual(['a/b/app.yml']);
});

test('a rule that is ignored on the command line does not count', () => {
  expect(run(['lint', '-', '--ignore', 'step-weight-range'], BROKEN).status).toBe(0);
});

test('a rule that an object ignores with a reason does not count, and stays visible', () => {
  const annotated = BROKEN.replace('namespace: shop', 'namespace: shop, annotations: { cdk8s-rollouts/ignore: step-weight-range=a test of ours }');

  const { status, stdout } = run(['lint', '-'], annotated);

  expect(status).toBe(0);
  expect(stdout).toContain('○ ignored error');
  expect(stdout).toContain('because a test of ours');
  expect(stdout).toContain('1 object: 1 ignored');
});

test.each([
  ['json', '"ignoredBecause": "a test of ours"'], ['github', '::notice '], ['github', 'ignored because a test of ours'], ['sarif', '"justification": "a test of ours"'],
])('what an object ignores is in the format %s', (format, text) => {
  const annotated = BROKEN.replace('namespace: shop', 'namespace: shop, annotations: { cdk8s-rollouts/ignore: step-weight-range=a test of ours }');

  expect(run(['lint', '-', '-f', format], annotated)).toMatchObject({ status: 0, stdout: expect.stringContaining(text) });
});

test('annotations ignore nothing where the command line says so, and its own list still does', () => {
  const annotated = BROKEN.replace('namespace: shop', 'namespace: shop, annotations: { cdk8s-rollouts/ignore: step-weight-range=a stranger said so }');

  expect(run(['lint', '-', '--no-ignore'], annotated)).toMatchObject({ status: 1, stdout: expect.stringContaining('1 error') });
  expect(run(['lint', '-', '--no-ignore', '--ignore', 'step-weight-range'], annotated).status).toBe(0);
});

test('a reason is needed to ignore a rule', () => {
  expect(run(['lint', '-'], BROKEN.replace('namespace: shop', 'namespace: shop, annotations: { cdk8s-rollouts/ignore: step-weight-range }')).status).toBe(1);
});

test('advice is shown on request only', () => {
  const hasty = BROKEN.replace('130', '30').replace('        - pause: {}\n', '');

  expect(run(['lint', '-'], hasty).status).toBe(0);
  expect(run(['lint', '-', '--severity', 'advice'], hasty)).toMatchObject({ status: 1, stdout: expect.stringContaining('release-waits') });
});

test('the result goes to a file, whole', () => {
  const { stdout } = run(['lint', '-', '-f', 'json', '--output', 'out/findings.json'], BROKEN);

  expect(stdout).toBe('');
  expect(JSON.parse(readFileSync(join(folder, 'out/findings.json'), 'utf8'))).toHaveLength(1);
  expect(readdirSync(join(folder, 'out'))).toEqual(['findings.json']);
});

test.each([
  ['no path', ['lint'], /missing required argument/],
  ['a path that is not there', ['lint', 'nowhere.yaml'], /nowhere\.yaml: there is no such file or folder/],
  ['an unknown format', ['lint', '-', '-f', 'xml'], /Allowed choices are text, json, sarif, github/],
  ['an unknown rule', ['lint', '-', '--ignore', 'nonsense'], /--ignore: there is no rule nonsense/],
  ['a version that is none', ['lint', '-', '--argo-rollouts-version', 'new'], /--argo-rollouts-version: must be a release of Argo Rollouts from 1\.6 on; 1\.6 to 1\.10 are known, got new; write it as in 1\./],
  ['a version that is older than all known ones', ['lint', '-', '--argo-rollouts-version', '0.1'], /from 1\.6 on; 1\.6 to 1\.10 are known, got 0\.1/],
  ['an unknown command', ['check'], /unknown command/],
])('%s is misuse: exit code 2, one clear line, no stack trace', (_case, args, message) => {
  const { status, stdout, stderr } = run(args);

  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a reader that goes away early is no error', () => {
  const many = Array.from({ length: 3_000 }, (_, index) => BROKEN.replace('name: app,', `name: app-${index},`)).join('---\n');
  writeFileSync(join(folder, 'app.yaml'), many);

  expect(execFileSync('sh', ['-c', `"${process.execPath}" "${BIN}" lint app.yaml | head -1`], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })).toBe('app.yaml  Rollout shop/app-0\n');
});
