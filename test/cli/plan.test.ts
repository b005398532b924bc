import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';

const ROOT = join(__dirname, '../..');
const BIN = join(ROOT, 'bin', 'cdk8s-rollouts');
const golden = (example: string) => join(ROOT, 'test/golden', `${example}.k8s.yaml`);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function plan(...args: string[]) {
  const { FORCE_COLOR, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'plan', ...args], { cwd: ROOT, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

test('tells what the next release of each Rollout of a folder will do, with its file', () => {
  const { status, stdout, stderr } = plan('test/golden');

  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').filter((line) => line.startsWith('Rollout'))).toEqual([
    'Rollout app-service/app  blue-green  test/golden/blue-green.k8s.yaml',
    'Rollout app-service/app  canary (Istio, by subset)  test/golden/canary-east-west.k8s.yaml',
    'Rollout app-service/app  canary (Istio, by host)  test/golden/canary.k8s.yaml',
    'Rollout app-service/shop  blue-green  test/golden/eks.k8s.yaml',
    'Rollout app-service/api  canary (Istio, by host)  test/golden/eks.k8s.yaml',
  ]);
});

test('a tree is without colours where nobody looks at it', () => {
  expect(plan(golden('canary')).stdout).not.toContain('\u001b');
});

test('--rollout takes one alone, by its name or with its namespace', () => {
  writeFileSync(join(folder, 'a.yaml'), readFileSync(golden('canary'), 'utf8'));
  writeFileSync(join(folder, 'b.yaml'), readFileSync(golden('blue-green'), 'utf8').replace(/app-service/g, 'other'));
  const releases = (rollout: string) => JSON.parse(plan(folder, '--rollout', rollout, '--format', 'json').stdout).releases.map(({ namespace }: any) => namespace);

  expect(releases('other/app')).toEqual(['other']);
  expect(releases('app')).toEqual(['app-service', 'other']);
});

test('--rollout of a name that is not there is misuse', () => {
  expect(plan(golden('canary'), '--rollout', 'shop')).toEqual({
    status: 2, stdout: '', stderr: 'cdk8s-rollouts: --rollout shop: there is no such Rollout; there are: app-service/app\n',
  });
});

test('JSON has the shape of its schema', () => {
  writeFileSync(join(folder, 'broken.yaml'), 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: broken }\n');
  const { stdout } = plan(join(ROOT, 'test/golden'), folder, '--format', 'json');
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(ROOT, 'docs/plan.schema.json'), 'utf8')));

  expect([validate(JSON.parse(stdout)), validate.errors]).toEqual([true, null]);
  expect(JSON.parse(stdout).releases).toHaveLength(6);
});

test('Markdown has a chart for each release', () => {
  expect(plan(join(ROOT, 'test/golden'), '--format', 'markdown').stdout.match(/```mermaid/g)).toHaveLength(5);
});

test('a page is one file, written whole', () => {
  const file = join(folder, 'new', 'plan.html');

  expect(plan(golden('canary'), '--format', 'html', '--output', file)).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
});

test('a release that cannot be foretold is told of, hides no other, and fails', () => {
  writeFileSync(join(folder, 'broken.yaml'), 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: broken }\n');
  const { status, stdout, stderr } = plan(folder, golden('canary'));

  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toContain('✖ cannot be foretold: Rollout broken: spec.strategy needs one of blueGreen and canary');
  expect(stdout).toContain('Rollout app-service/app');
});

test('a text that is no YAML is misuse, told by its line, and leaves no file', () => {
  writeFileSync(join(folder, 'broken.yaml'), 'a: 1\nb: [\n');

  const { status, stderr } = plan(folder, '--output', join(folder, 'plan.txt'));

  expect(status).toBe(2);
  expect(stderr).toContain('broken.yaml:3');
  expect(existsSync(join(folder, 'plan.txt'))).toBe(false);
});

test('manifests without a Rollout are told of, and are no failure', () => {
  writeFileSync(join(folder, 'service.yaml'), 'apiVersion: v1\nkind: Service\nmetadata: { name: app }\n');

  expect(plan(join(folder, 'service.yaml'))).toEqual({ status: 0, stdout: 'no Rollout among the manifests\n', stderr: '' });
});

test('an unknown format is misuse', () => {
  expect(plan(golden('canary'), '--format', 'pdf').status).toBe(2);
});

test.each([
  ['a file as a folder', 'plan.yaml/x', 'plan.yaml/x: a file stands where its folder would be; name a file in a folder'],
  ['a file as a folder above', 'plan.yaml/x/y', 'plan.yaml/x/y: a file stands where its folder would be; name a file in a folder'],
  ['a folder', '.', '.: is a folder; name a file'],
  ['a folder that is not there', 'new/', 'new/: is a folder; name a file'],
  ['nothing', '', ': is empty; name a file'],
])('%s as the output is misuse, one clear line, and leaves no file', (_case, output, message) => {
  copyFileSync(golden('canary'), join(folder, 'plan.yaml'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'plan', 'plan.yaml', '--output', output], { cwd: folder, encoding: 'utf8' });

  expect([status, stdout, stderr]).toEqual([2, '', `cdk8s-rollouts: --output${output === '' ? '' : ' '}${message}\n`]);
  expect(readdirSync(folder)).toEqual(['plan.yaml']);
});

test('what is no file is written to, and not put away', () => {
  symlinkSync('/dev/null', join(folder, 'null'));

  expect(plan(golden('canary'), '--output', join(folder, 'null')).status).toBe(0);
  expect(readlinkSync(join(folder, 'null'))).toBe('/dev/null');
});
