import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, run } from './run';

const NAMELESS = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
spec:
  template: { spec: { containers: [{ name: app, image: app:1 }] } }
  strategy: { canary: { steps: [{ pause: {} }] } }
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  writeFileSync(join(folder, 'events.yaml'), '- promote\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('nothing to judge is exit code 2', () => {
  test.each([
    ['lint', ['lint', '-']], ['plan', ['plan', '-']], ['simulate', ['simulate', '-', '-e', 'events.yaml']],
  ])('of an empty standard input: %s', (_case, args) => {
    expect(run(args, { cwd: folder })).toEqual({
      status: 2, stdout: '', stderr: 'cdk8s-rollouts: standard input: no Kubernetes object found; check the path, and the command that writes the manifests\n',
    });
  });

  test.each([
    ['an empty folder', (path: string) => mkdirSync(path)],
    ['a binary file', (path: string) => writeFileSync(path, Buffer.from([0x7F, 0x45, 0x4C, 0x46, 0, 1]))],
    ['values of a chart', (path: string) => writeFileSync(path, 'replicas: 3\n')],
  ])('of %s', (_case, make) => {
    make(join(folder, 'input'));

    for (const args of [['lint', 'input'], ['plan', 'input'], ['diff', 'input', 'input'], ['simulate', 'input', '-e', 'events.yaml']]) {
      expect(run(args, { cwd: folder })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^cdk8s-rollouts: [^\n]+\n$/) });
    }
  });

  test('but nothing on one side of a difference is a first deployment', () => {
    mkdirSync(join(folder, 'old'));

    expect(run(['diff', 'old', join(ROOT, 'test/golden/canary.k8s.yaml')], { cwd: folder }).status).toBe(0);
  });
});

describe('a fault is one line and exit code 2', () => {
  test.each([
    ['a name that contains itself', 'metadata: { name: &n [*n] }'],
    ['replicas that contain themselves', 'metadata: { name: app }\nspec: { replicas: &r { a: *r } }'],
  ])('of %s in a plan', (_case, text) => {
    expect(run(['plan', '-'], { input: `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\n${text}\n` })).toMatchObject({
      status: 2, stdout: '', stderr: expect.stringMatching(/^cdk8s-rollouts: <stdin>:\d+: an anchor contains itself; write the value out\n$/),
    });
  });

  test('of a Rollout without metadata in a simulation', () => {
    expect(run(['simulate', '-', '-e', 'events.yaml'], { cwd: folder, input: NAMELESS })).toEqual({
      status: 2, stdout: '', stderr: 'cdk8s-rollouts: the Rollout has no name; write metadata.name\n',
    });
  });

  test('of a field of another type in a simulation, without the words of a program', () => {
    const { status, stderr } = run(['simulate', '-', '-e', 'events.yaml'], { cwd: folder, input: NAMELESS.replace('spec:', 'metadata: { name: app }\nspec:').replace(/canary.*/, 'blueGreen: 7 }') });

    expect({ status, stderr }).toEqual({ status: 1, stderr: 'cdk8s-rollouts: the simulation failed: Rollout app: spec.strategy needs one of blueGreen and canary\n' });
  });

  test('of a full device that is written to', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${join(ROOT, 'bin/cdk8s-rollouts')}" lint "${join(ROOT, 'test/golden')}" > /dev/full`], { encoding: 'utf8' });

    expect({ status, stderr }).toEqual({ status: 2, stderr: 'cdk8s-rollouts: standard output cannot be written: there is no space left\n' });
  });
});

describe('only regular files of folders are read', () => {
  beforeEach(() => {
    mkdirSync(join(folder, 'manifests'));
    writeFileSync(join(folder, 'manifests/app.yaml'), NAMELESS.replace('spec:', 'metadata: { name: app }\nspec:'));
  });

  test('a link to a device is refused', () => {
    symlinkSync('/dev/zero', join(folder, 'manifests/z.yaml'));

    expect(run(['lint', 'manifests'], { cwd: folder })).toEqual({
      status: 2, stdout: '', stderr: 'cdk8s-rollouts: manifests/z.yaml: is not a regular file; remove it from the folder, or name the files to read\n',
    });
  });

  test('a pipe is refused', () => {
    spawnSync('mkfifo', [join(folder, 'manifests/z.yaml')]);

    expect(run(['lint', 'manifests'], { cwd: folder }).stderr).toContain('z.yaml: is not a regular file');
  });

  test('a device that is named is read until it is too much', () => {
    expect(run(['lint', '/dev/zero'], { cwd: folder }).stderr).toBe('cdk8s-rollouts: /dev/zero: is larger than 256 MiB\n');
  });

  test('what is no manifest by its name may be broken', () => {
    symlinkSync('nowhere', join(folder, 'manifests/dangling'));
    writeFileSync(Buffer.concat([Buffer.from(join(folder, 'manifests/')), Buffer.from([0xFF, 0xFE])]), 'x');

    expect(run(['plan', 'manifests'], { cwd: folder }).stderr).toBe('');
  });

  test('a name that is not text, and a hidden file, are read', () => {
    writeFileSync(Buffer.concat([Buffer.from(join(folder, 'manifests/')), Buffer.from([0xFF]), Buffer.from('.yaml')]), 'apiVersion: v1\nkind: A\nkind: B\n');
    writeFileSync(join(folder, 'manifests/.hidden.yaml'), 'apiVersion: v1\nkind: A\nkind: B\n');

    const findings: Array<{ rule: string; file: string }> = JSON.parse(run(['lint', 'manifests', '-f', 'json'], { cwd: folder }).stdout);
    expect(findings.filter(({ rule }) => rule === 'yaml-duplicate-key').map(({ file }) => file)).toEqual(['manifests/.hidden.yaml', 'manifests/\uFFFD.yaml']);
  });
});
