import { releaseTest } from './scenario';
import { describeState } from '../../src/simulator/describe-state';
import { KubernetesObject } from '../cluster/api';
import { kubectl } from '../cluster/kubectl';
import { outOfSync, rulesOf, Sync, sync } from '../release/argo-cd';
import { weightHistory } from '../release/history';
import { ofKind, withImage } from '../release/manifests';
import { Apply, Release } from '../release/release';

/** An Application with our defaults. */
const DEFAULT: Sync = { how: 'client-side', outOfSyncOnly: true };

const PAUSED: Record<string, string[]> = {
  'blue-green': ['Paused (BlueGreenPause)', 'r1 3/3 stable active', 'r2 3/3 preview', 'app → r1, app-preview → r2'],
  'canary': [
    'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary', 'app → r1, app-canary → r2', 'app backend-routes: app 70, app-canary 30',
  ],
  'canary-east-west': [
    'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary',
    'app → no revision, app/stable → r1, app/canary → r2', 'app canary-preview: app/canary 100', 'app backend-routes: app/stable 70, app/canary 30',
  ],
};

const PROMOTED: Record<string, string[]> = {
  'blue-green': ['Healthy', 'r1 3/3 until 30s', 'r2 3/3 stable active', 'app → r2, app-preview → r2'],
  'canary': ['Healthy step 2/2', 'r1 3/3 until 30s', 'r2 3/3 stable', 'app → r2, app-canary → r2', 'app backend-routes: app 100, app-canary 0'],
  'canary-east-west': [
    'Healthy step 2/2', 'r1 3/3 until 30s', 'r2 3/3 stable',
    'app → no revision, app/stable → r2, app/canary → r2', 'app canary-preview: app/canary 100', 'app backend-routes: app/stable 100, app/canary 0',
  ],
};

async function paused(release: Release, example: string, options: Sync): Promise<void> {
  await release.deploy();
  await release.reaches('Healthy');
  release.push(withImage(release.manifests, 'app:2'));
  await sync(release, rulesOf(release), options);
  await release.expect(PAUSED[example]);
}

const CASES: Array<[example: string, how: Apply, withoutRules: string[]]> = [
  // The three-way diff does not see keys that somebody else has added to a map.
  ['blue-green', 'client-side', []],
  ['blue-green', 'server-side', ['Service app', 'Service app-preview']],
  ['canary', 'client-side', ['VirtualService app']],
  ['canary', 'server-side', ['Service app', 'Service app-canary', 'VirtualService app']],
  ['canary-east-west', 'client-side', ['VirtualService app']],
  ['canary-east-west', 'server-side', ['VirtualService app', 'DestinationRule app']],
];

for (const [example, how, withoutRules] of CASES) {
  const others = withoutRules.join(', ') || 'none';
  releaseTest(`${example}: a paused release is Synced by our rules and a ${how} diff; out of sync without them: ${others}`, example, async (release) => {
    await paused(release, example, { ...DEFAULT, how });

    expect((await outOfSync(release, [], how)).sort()).toEqual([...withoutRules].sort());
    expect(await outOfSync(release, rulesOf(release), how)).toEqual([]);
  });
}

const isOfNow = (line: string) => !line.startsWith('r1 ');

const WAYS: Array<[words: string, options: Sync]> = [
  ['a client-side sync of everything', { how: 'client-side' }],
  ['a server-side sync of everything', { how: 'server-side' }],
  ['a server-side sync of what is out of sync', { how: 'server-side', outOfSyncOnly: true }],
  ['a server-side sync that respects ignored differences', { how: 'server-side', respect: true }],
];

for (const example of Object.keys(PAUSED)) {
  for (const [words, options] of WAYS) {
    releaseTest(`${example}: ${words} keeps the versions apart, during the pause and after it`, example, async (release) => {
      await paused(release, example, options);

      await sync(release, rulesOf(release), options);
      await release.lookAgain();
      await release.expect(PAUSED[example]);

      await release.play('promote');
      await release.expect(PROMOTED[example]);
      await sync(release, rulesOf(release), options);
      await release.lookAgain();
      // By now the old pods may have had their time.
      const state = describeState(await release.settled());
      expect(state.filter(isOfNow)).toEqual(PROMOTED[example].filter(isOfNow));
    });
  }
}

for (const example of ['canary', 'canary-east-west']) {
  releaseTest(`${example}: a sync by our defaults in the middle of a release moves no weight`, example, async (release, api) => {
    await paused(release, example, DEFAULT);

    const weights = await weightHistory(api, release.namespace, async () => {
      await sync(release, rulesOf(release), DEFAULT);
      await release.settled();
    });

    expect(weights).toEqual(['70/30']);
  });

  for (const how of ['client-side', 'server-side'] as const) {
    releaseTest(`${example}: a timeout that is edited in Git mid-release arrives by a ${how} sync, and the weights come back`, example, async (release, api) => {
      await paused(release, example, { ...DEFAULT, how });
      release.push(withTimeout(release, '7s'));

      const weights = await weightHistory(api, release.namespace, async () => {
        await sync(release, rulesOf(release), { ...DEFAULT, how });
        await release.settled();
      });

      expect(weights).toEqual(['70/30', '100/0', '70/30']);
      expect(await timeoutIn(release)).toBe('7s');
      expect(await outOfSync(release, rulesOf(release), how)).toEqual([]);
    });
  }

  releaseTest(`${example}: with RespectIgnoreDifferences a timeout that is edited in Git mid-release never arrives`, example, async (release) => {
    await paused(release, example, DEFAULT);
    const before = await timeoutIn(release);
    release.push(withTimeout(release, '7s'));

    await sync(release, rulesOf(release), { ...DEFAULT, respect: true });

    expect(await timeoutIn(release)).toBe(before);
    expect(await outOfSync(release, rulesOf(release), 'client-side')).toEqual(['VirtualService app']);
  });
}

function withTimeout(release: Release, timeout: string): KubernetesObject[] {
  const git = release.manifests;
  weightedRoute(ofKind(git, 'VirtualService', 'app')).timeout = timeout;
  return git;
}

async function timeoutIn(release: Release): Promise<string | undefined> {
  return weightedRoute(JSON.parse(await kubectl(['get', 'virtualservice', 'app', '-n', release.namespace, '-o', 'json']))).timeout;
}

const weightedRoute = ({ spec }: KubernetesObject) => spec.http.find(({ name }: { name: string }) => name === 'backend-routes');
