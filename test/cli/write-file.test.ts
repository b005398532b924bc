import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run';
import { writeFile } from '../../src/cli/write-file';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
  file = join(folder, 'plan.md');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a file that is replaced keeps its mode', () => {
  writeFileSync(file, 'old');
  chmodSync(file, 0o600);

  writeFile(file, 'new');

  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode % 0o1000).toBe(0o600);
});

test('a link stays a link, and the file behind it is replaced', () => {
  const target = join(folder, 'target.md');
  writeFileSync(target, 'old');
  symlinkSync(target, file);

  writeFile(file, 'new');

  expect(readlinkSync(file)).toBe(target);
  expect(readFileSync(target, 'utf8')).toBe('new');
});

test('nothing but the file is left beside it', () => {
  writeFile(file, 'new');
  writeFile(file, 'newer');

  expect(readdirSync(folder)).toEqual(['plan.md']);
});

test('a descriptor of the process is written to where it is', () => {
  writeFileSync(file, 'before\n');
  const descriptor = openSync(file, 'a');

  const { status, stderr } = spawnSync(
    process.execPath, [join(ROOT, 'bin/cdk8s-rollouts'), 'lint', join(ROOT, 'test/golden'), '--output', '/dev/fd/3'],
    { stdio: ['ignore', 'ignore', 'pipe', descriptor], encoding: 'utf8' },
  );
  closeSync(descriptor);

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(file, 'utf8')).toMatch(/^before\n.+/);
});
