import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const BIN = join(ROOT, 'bin', 'cdk8s-rollouts');
const golden = (example: string) => join(ROOT, 'test/golden', `${example}.k8s.yaml`);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function run(events: string, ...args: string[]) {
  writeFileSync(join(folder, 'events.yaml'), events);
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'simulate', ...args, '--events', join(folder, 'events.yaml')], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const TRACES = join(ROOT, 'e2e/traces');

test.each(['blue-green-undo.json', 'canary-host-promote.json', 'canary-subset-third.json'])('plays what the real controller was seen to do: %s', (file) => {
  const { example, events } = JSON.parse(readFileSync(join(TRACES, file), 'utf8'));

  const { status, stdout } = run(JSON.stringify(events.slice(1).map(({ event }: { event: unknown }) => event)), golden(example), '--format', 'json');

  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(events);
});

test('as text it tells each event with its time and what it left', () => {
  expect(run('- deploy: { image: app:2 }\n- promote\n- wait: 31s\n', golden('canary'))).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      'deployed  (0 s)',
      '  Healthy step 2/2',
      '  r1 3/3 stable',
      '  app → r1, app-canary → r1',
      '  app backend-routes: app 100, app-canary 0',
      '',
      'deploy {"image":"app:2"}  (0 s)',
      '  Paused (CanaryPauseStep) step 1/2',
      '  r1 3/3 stable',
      '  r2 1/1 canary',
      '  app → r1, app-canary → r2',
      '  app backend-routes: app 70, app-canary 30',
      '',
      'promote  (0 s)',
      '  Healthy step 2/2',
      '  r1 3/3 until 30s',
      '  r2 3/3 stable',
      '  app → r2, app-canary → r2',
      '  app backend-routes: app 100, app-canary 0',
      '',
      'wait 31s  (31 s)',
      '  Healthy step 2/2',
      '  r1 0/0',
      '  r2 3/3 stable',
      '  app → r2, app-canary → r2',
      '  app backend-routes: app 100, app-canary 0',
      '',
    ].join('\n'),
  });
});

test('one of several Rollouts is chosen by namespace and name', () => {
  const { status, stdout } = run('[]', golden('eks'), '--rollout', 'app-service/shop', '--format', 'json');

  expect(status).toBe(0);
  expect(Object.keys(JSON.parse(stdout)[0].state.services)).toEqual(['shop', 'shop-preview']);
});

test('an event that kubectl would refuse is a failed simulation', () => {
  expect(run('- undo: { toRevision: 9 }\n', golden('canary'))).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/the simulation failed: events\[0\]: /) });
});

test.each([
  ['an event that is none', '- promot\n', [golden('canary')], /--events .*: .*promot/s],
  ['no list of events', 'promote: true\n', [golden('canary')], /--events /],
  ['broken YAML', '- [\n', [golden('canary')], /--events /],
  ['several Rollouts and no choice', '[]', [golden('eks')], /there are 2 Rollouts; write --rollout with one of app-service\/shop, app-service\/api|app-service\/api, app-service\/shop/],
  ['a Rollout that is not there', '[]', [golden('canary'), '--rollout', 'shop'], /--rollout shop: there is no such Rollout; write --rollout with one of app-service\/app/],
])('%s is misuse: exit code 2, and no stack trace', (_case, events, args, message) => {
  const { status, stdout, stderr } = run(events, ...args);

  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a Rollout that several folders hold is told with its files, which are what chooses one', () => {
  const manifests = readFileSync(golden('canary'), 'utf8');
  ['prod', 'stage'].forEach((stage) => {
    mkdirSync(join(folder, 'dist', stage), { recursive: true });
    writeFileSync(join(folder, 'dist', stage, 'app.yaml'), manifests);
  });
  const [prod, stage] = ['prod', 'stage'].map((name) => join(folder, 'dist', name, 'app.yaml'));

  expect(run('[]', join(folder, 'dist'), '--rollout', 'app-service/app')).toEqual({
    status: 2,
    stdout: '',
    stderr: `cdk8s-rollouts: --rollout app-service/app: there are several of the name app-service/app, in ${prod}, ${stage}; pass one of these paths, or its folder, alone\n`,
  });
});

test('without --rollout each name is offered once', () => {
  const other = readFileSync(golden('canary'), 'utf8').replace(/app-service/g, 'other');
  ['prod', 'stage'].forEach((stage) => {
    mkdirSync(join(folder, 'dist', stage), { recursive: true });
    writeFileSync(join(folder, 'dist', stage, 'app.yaml'), stage === 'prod' ? `${other}---\n${readFileSync(golden('canary'), 'utf8')}` : other);
  });

  expect(run('[]', join(folder, 'dist')).stderr).toBe('cdk8s-rollouts: there are 3 Rollouts; write --rollout with one of other/app, app-service/app\n');
});

test.each([
  ['broken YAML', '- deploy: {image: "x:2"', /events\.yaml: line 1: .*; correct the YAML\n$/],
  ['two documents', '[]\n---\n[]\n', /events\.yaml: there are 2 documents, not one; write one list of events\n$/],
  ['an empty file', '', /events\.yaml: there are 0 documents, not one; write one list of events\n$/],
  ['a key twice', '- deploy: {image: "x:2", image: "x:3"}', /events\.yaml: line 1: the key image is written twice; take one/],
])('%s as events is misuse', (_case, events, message) => {
  expect(run(events, golden('canary'))).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
});

test.each([['nowhere.yaml', 'there is no such file or folder'], ['.', 'is a folder, not a file']])('%s as events is told as a person would', (file, message) => {
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'simulate', golden('canary'), '--events', file], { cwd: folder, encoding: 'utf8' });

  expect([status, stderr]).toEqual([2, `cdk8s-rollouts: --events ${file}: ${message}; name a file with a list of events\n`]);
});
