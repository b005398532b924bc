import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';

const ROOT = join(__dirname, '../..');
const BIN = join(ROOT, 'bin', 'cdk8s-rollouts');
const APP = readFileSync(join(ROOT, 'test/golden/canary.k8s.yaml'), 'utf8');
const NEXT = APP.replace('app:1.4.2', 'app:1.5.0');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function diff(args: string[], input = '') {
  const { FORCE_COLOR, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'diff', ...args], { cwd: folder, input, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

test('nothing that differs is exit code 0', () => {
  write({ 'old/app.yaml': APP, 'new/other.yaml': APP });

  expect(diff(['old', 'new'])).toEqual({ status: 0, stdout: 'nothing changes\n', stderr: '' });
});

test('a release that starts is told with its reason and its plan', () => {
  write({ 'old.yaml': APP, 'new.yaml': NEXT });

  const { status, stdout } = diff(['old.yaml', 'new.yaml']);

  expect(status).toBe(0);
  expect(stdout.split('\n').slice(0, 6)).toEqual([
    '1 release starts',
    '',
    'Rollout app-service/app  a release starts: 1 field of the pod template differs',
    '  main  app:1.4.2 → app:1.5.0',
    '└─ why',
    '      ~ spec.template.spec.containers[main].image  app:1.4.2 → app:1.5.0',
  ]);
  expect(stdout).toContain('r1 70 %, r2 30 %');
});

test('a hazard is exit code 1, advice alone is none', () => {
  write({ 'old.yaml': APP, 'hosts.yaml': APP.replace('app-api.test.com', 'shop.test.com'), 'steps.yaml': APP.replace('setWeight: 30', 'setWeight: 10') });

  expect(diff(['old.yaml', 'hosts.yaml'])).toMatchObject({ status: 1, stdout: expect.stringContaining('host-removed') });
  expect(diff(['old.yaml', 'steps.yaml'])).toMatchObject({ status: 0, stdout: expect.stringContaining('steps-changed') });
});

test('JSON has the shape of its schema', () => {
  write({ 'old.yaml': APP, 'new.yaml': NEXT.replace('app-api.test.com', 'shop.test.com').replace('replicas: 3', 'replicas: 4') });
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(ROOT, 'docs/diff.schema.json'), 'utf8')));

  const merged = JSON.parse(diff(['old.yaml', 'new.yaml', '--format', 'json']).stdout);

  expect([validate(merged), validate.errors]).toEqual([true, null]);
  expect(merged).toMatchObject({ rollouts: [{ release: 'starts', forecast: { persons: 1 } }], objects: [{ name: 'app' }], hazards: [{ rule: 'host-removed' }] });
});

test('a release that cannot be foretold is exit code 1', () => {
  const lacking = (text: string) => text.replace('name: app-canary\n  namespace', 'name: elsewhere\n  namespace');
  write({ 'old.yaml': lacking(APP), 'new.yaml': lacking(NEXT) });

  expect(diff(['old.yaml', 'new.yaml'])).toMatchObject({ status: 1, stdout: expect.stringContaining('cannot be foretold') });
});

test('folders of stages are compared one by one', () => {
  write({ 'old/prod/app.yaml': APP, 'old/stage/app.yaml': APP, 'new/prod/app.yaml': APP, 'new/stage/app.yaml': NEXT });

  const { rollouts, objects, unchanged } = JSON.parse(diff(['old', 'new', '-f', 'json']).stdout);

  expect(rollouts).toMatchObject([{ deployment: 'stage', release: 'starts' }]);
  expect([objects, unchanged]).toEqual([[], 9]);
});

test('an empty folder is one with nothing in it', () => {
  write({ 'new/app.yaml': APP });
  mkdirSync(join(folder, 'old'));

  expect(diff(['old', 'new'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^1 first deployment, 4 changes at once\n/) });
});

test('one side may be standard input', () => {
  write({ 'new.yaml': NEXT });

  expect(diff(['-', 'new.yaml'], APP).stdout).toMatch(/^1 release starts\n/);
});

test('as JSON it is the model with the forecasts', () => {
  write({ 'old.yaml': APP, 'new.yaml': NEXT });

  expect(JSON.parse(diff(['old.yaml', 'new.yaml', '--format', 'json']).stdout)).toMatchObject({
    rollouts: [{ images: [{ container: 'main', new: 'registry.example.com/app:1.5.0' }], forecast: { strategy: 'canary', peakPods: 6 } }],
    objects: [],
    hazards: [],
    unchanged: 4,
  });
});

test.each([['markdown', /^<!-- cdk8s-rollouts diff -->\n## 1 release starts\n/], ['html', /^<!doctype html>/]])('%s goes to a file', (format, expected) => {
  write({ 'old.yaml': APP, 'new.yaml': NEXT });

  expect(diff(['old.yaml', 'new.yaml', '-f', format, '-o', 'out/diff'])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'out/diff'), 'utf8')).toMatch(expected);
});

test.each([
  ['one path', ['app.yaml'], /missing required argument 'new'/],
  ['a path that is not there', ['app.yaml', 'nowhere'], /nowhere: there is no such file or folder/],
  ['an unknown format', ['app.yaml', 'app.yaml', '-f', 'sarif'], /Allowed choices are text, markdown, html, json/],
  ['standard input twice', ['-', '-'], /only one of the two can be standard input/],
  ['broken YAML in the old side', ['broken.yaml', 'app.yaml'], /broken\.yaml:2: .*; correct the YAML/],
  ['broken YAML in the new side', ['app.yaml', 'broken.yaml'], /broken\.yaml:2: /],
])('%s is misuse: exit code 2, one clear line, no stack trace', (_case, args, message) => {
  write({ 'app.yaml': APP, 'broken.yaml': 'a: [\n' });

  const { status, stdout, stderr } = diff(args);

  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('fails when the version of Argo Rollouts is none', () => {
  write({ 'old.yaml': APP, 'new.yaml': NEXT });

  const { status, stderr } = diff(['old.yaml', 'new.yaml', '--argo-rollouts-version', 'new']);

  expect(status).toBe(2);
  expect(stderr).toContain('--argo-rollouts-version: must be a release of Argo Rollouts from 1.6 on; 1.6 to 1.10 are known, got new');
});
