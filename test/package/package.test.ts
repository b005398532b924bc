import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs'];
const MINUTES = 60_000;

describe('the package as npm would publish it', () => {
  let user: string;
  let tarball: string;

  beforeAll(() => {
    user = mkdtempSync(join(tmpdir(), 'user-'));
    const [packed] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', user], ROOT));
    tarball = packed.filename;
    writeFileSync(join(user, 'package.json'), JSON.stringify({ name: 'user', private: true, dependencies: versions(PEERS) }));
    npm(['install', '--prefer-offline', '--ignore-scripts', `./${tarball}`], user);
  }, 5 * MINUTES);

  afterAll(() => rmSync(user, { recursive: true, force: true }));

  test.each(['blue-green', 'canary', 'canary-east-west'])('compiles the example %s under strict and synthesizes its golden file', (example) => {
    copyFileSync(join(ROOT, 'examples', example, 'main.ts'), join(user, 'main.ts'));

    compile(user);
    execFileSync(process.execPath, ['main.js'], { cwd: user, env: { ...process.env, CDK8S_OUTDIR: example } });

    expect(readFileSync(join(user, example, 'app.k8s.yaml'), 'utf8'))
      .toEqual(readFileSync(join(ROOT, 'test/golden', `${example}.k8s.yaml`), 'utf8'));
  }, MINUTES);

  test('brings a command line that lints', () => {
    const lint = (...args: string[]) => spawnSync(join(user, 'node_modules/.bin/cdk8s-rollouts'), args, { cwd: user, encoding: 'utf8', shell: process.platform === 'win32' });
    writeFileSync(join(user, 'broken.yaml'), 'a: [');

    expect(lint('lint', join(ROOT, 'test/golden'))).toMatchObject({ status: 0, stderr: '' });
    expect(lint('lint', 'broken.yaml').status).toBe(1);
  });

  test('holds the compiled library, its jsii assembly and what it bundles, and no sources, tests or generated classes', () => {
    const installed = join(user, 'node_modules/cdk8s-rollouts');

    expect(readdirSync(installed).sort()).toEqual(['.jsii', 'LICENSE', 'README.md', 'bin', 'lib', 'node_modules', 'package.json']);
    // Declarations of the package name the generated types; nothing of these is run.
    expect(readdirSync(join(installed, 'lib/imports')).filter((file) => !file.endsWith('.d.ts'))).toEqual([]);
  });
});

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
}

function versions(names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version]));
}

function compile(cwd: string): void {
  const tsc = require.resolve('typescript/bin/tsc');
  const options = ['--strict', '--target', 'es2022', '--module', 'node16', 'main.ts'];
  execFileSync(process.execPath, [tsc, ...options], { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}
