import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const CDK8S = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
const MINUTE = 60_000;

/** A validation plugin that wants a number of pods. */
const PLUGIN = `
  exports.Replicas = class {
    constructor({ least }) { this.least = least; }
    async validate(context) {
      const rollouts = context.manifests.flatMap((path) => (
        context.parseManifest(path).filter(({ kind }) => kind === 'Rollout').map(({ metadata, spec }) => ({ path, name: metadata.name, replicas: spec.replicas }))
      ));
      const few = rollouts.filter(({ replicas }) => replicas < this.least);
      few.forEach(({ path, name }) => context.report.addViolation({
        ruleName: 'enough-replicas', recommendation: 'more pods', fix: 'raise replicas', violatingResources: [{ resourceName: name, manifestPath: path, locations: [] }],
      }));
      context.report.submit(few.length > 0 ? 'failure' : 'success');
    }
  };
`;

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'project-'));
  mkdirSync(join(project, 'plugin'));
  writeFileSync(join(project, 'plugin/index.js'), PLUGIN);
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

test.each([
  ['passes', 1, 0],
  ['refuses', 100, 2],
])('a validation of the cdk8s command line %s what an example wrote, with construct paths at hand', (_word, least, status) => {
  writeFileSync(join(project, 'cdk8s.yaml'), JSON.stringify({
    language: 'typescript',
    app: `"${process.execPath}" "${TSX}" --tsconfig "${join(ROOT, 'tsconfig.run.json')}" "${join(ROOT, 'examples/canary/main.ts')}"`,
    validations: [{ package: './plugin', version: '1.0.0', class: 'Replicas', properties: { least } }],
  }));

  const { stdout, stderr, ...cdk8s } = spawnSync(process.execPath, [CDK8S, 'synth'], { cwd: project, encoding: 'utf8', env: { ...process.env, CI: 'true' } });

  expect({ status: cdk8s.status, stderr, stdout }).toMatchObject({ status, stdout: expect.stringContaining('Performing validations') });
  expect(stdout.includes('enough-replicas')).toBe(status !== 0);
  expect(readFileSync(join(project, 'dist/app.k8s.yaml'), 'utf8')).toBe(readFileSync(join(ROOT, 'test/golden/canary.k8s.yaml'), 'utf8'));
  expect(JSON.parse(readFileSync(join(project, 'dist/construct-metadata.json'), 'utf8')).resources)
    .toMatchObject({ 'app-canary': { path: expect.stringMatching(/^app\/app\//) } });
}, MINUTE);
