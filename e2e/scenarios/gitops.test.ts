import { releaseTest } from './scenario';
import { outOfSync } from '../release/argo-cd';
import { weightHistory } from '../release/history';
import { withImage } from '../release/manifests';
import { Release } from '../release/release';

async function paused(release: Release): Promise<void> {
  await release.deploy();
  await release.reaches('Healthy');
  await release.play({ deploy: { image: 'app:2' } });
  await release.reaches('Paused');
}

for (const example of ['canary', 'canary-east-west']) {
  for (const how of ['server-side', 'client-side'] as const) {
    releaseTest(`${example}: without ignore rules, a ${how} apply takes the weights from the controller for a moment`, example, async (release, api) => {
      await paused(release);
      expect(await outOfSync(release, [], how)).toContain('VirtualService app');

      const weights = await weightHistory(api, release.namespace, async () => {
        await release.apply(release.manifests, how);
        await release.settled();
      });

      expect(weights).toEqual(['70/30', '100/0', '70/30']);
    });
  }
}

releaseTest('blue-green: a server-side apply of everything leads users to both versions, and the next look of the controller promotes', 'blue-green', async (release) => {
  await paused(release);

  await release.apply(release.manifests, 'server-side');

  // It does not look by itself: a Service without a hash does not concern it.
  const pods = ['r1 3/3 stable active', 'r2 3/3 preview'];
  await release.expect(['Paused (BlueGreenPause)', ...pods, 'app → no revision, app-preview → no revision']);
  await release.lookAgain();
  await release.expect(['Healthy', 'r1 3/3 until 30s', 'r2 3/3 stable active', 'app → r2, app-preview → r2']);
});

releaseTest('canary: a server-side apply of the Services alone leads users to both versions', 'canary', async (release) => {
  await paused(release);

  await release.apply(release.manifests.filter(({ kind }) => kind === 'Service'), 'server-side');

  await release.expect([
    'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary', 'app → no revision, app-canary → no revision',
    'app backend-routes: app 70, app-canary 30',
  ]);
});

const WITHOUT_SELECTORS: Array<[string, string[]]> = [
  ['blue-green', ['Paused (BlueGreenPause)', 'r1 3/3 stable active', 'r2 3/3 preview', 'app → r1, app-preview → r2']],
  ['canary', [
    'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary', 'app → r1, app-canary → r2',
    'app backend-routes: app 70, app-canary 30',
  ]],
];

for (const [example, lines] of WITHOUT_SELECTORS) {
  releaseTest(`${example}: with no selector in Git, a server-side apply of all Services changes nothing`, example, async (release) => {
    const manifests = release.manifests;
    const services = manifests.filter(({ kind }) => kind === 'Service');
    services.forEach(({ spec }) => delete spec.selector);
    await release.commit(manifests);
    await paused(release);
    await release.expect(lines);

    await release.apply(release.manifests.filter(({ kind }) => kind === 'Service'), 'server-side');
    await release.lookAgain();

    await release.expect(lines);
  });
}

releaseTest('blue-green: a client-side apply of everything leaves the release paused', 'blue-green', async (release) => {
  await release.apply(release.manifests, 'client-side');
  await release.reaches('Healthy');
  await release.commit(withImage(release.manifests, 'app:2'), 'client-side');
  const lines = ['Paused (BlueGreenPause)', 'r1 3/3 stable active', 'r2 3/3 preview', 'app → r1, app-preview → r2'];
  await release.expect(lines);

  await release.apply(release.manifests, 'client-side');

  await release.expect(lines);
});
