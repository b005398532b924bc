import { releaseTest, withRelease } from './scenario';
import { Component, ControlPlane } from '../cluster/control-plane';
import { kubectl } from '../cluster/kubectl';
import { weightHistory } from '../release/history';
import { exampleManifests, ofKind, withImage } from '../release/manifests';
import { Release } from '../release/release';

const PAUSED = [
  'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary', 'app → r1, app-canary → r2',
  'app backend-routes: app 70, app-canary 30',
];
const PROMOTED = [
  'Healthy step 2/2', 'r1 3/3 until 30s', 'r2 3/3 stable', 'app → r2, app-canary → r2', 'app backend-routes: app 100, app-canary 0',
];

async function paused(release: Release): Promise<void> {
  await release.deploy();
  await release.reaches('Healthy');
  await release.play({ deploy: { image: 'app:2' } });
  await release.expect(PAUSED);
}

/** Every state of the weights leads all requests somewhere. */
function expectNoneLost(weights: string[]): void {
  for (const state of weights) {
    expect(state.split('/').map(Number).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  }
}

// On a cluster that others use too nothing is killed.
const onOwnCluster = process.env.E2E_CONTROL_PLANE === 'local' ? describe : describe.skip;

onOwnCluster('when a component dies mid-canary', () => {
  // Of its own: the releases of the other files go on undisturbed.
  let controlPlane: ControlPlane;
  const shared = process.env.KUBECONFIG;

  beforeAll(async () => {
    controlPlane = await ControlPlane.start();
    process.env.KUBECONFIG = controlPlane.kubeconfig;
  });

  afterAll(async () => {
    process.env.KUBECONFIG = shared;
    await controlPlane?.stop();
  });

  const components: Component[] = ['rollouts-controller', 'kube-apiserver', 'kube-controller-manager'];
  test.each(components)('the release goes on after %s is back', async (component) => {
    await withRelease(exampleManifests('canary'), async (release, api) => {
      await paused(release);

      const weights = await weightHistory(api, release.namespace, async () => {
        controlPlane.kill(component);
        await release.settled();
        await release.expect(PAUSED);
        await release.play('promote');
        await release.expect(PROMOTED);
      });

      expectNoneLost(weights);
    });
  });

  test('a promotion while the controller is away is carried out when it is back', async () => {
    await withRelease(exampleManifests('canary'), async (release) => {
      await paused(release);

      controlPlane.kill('rollouts-controller');
      await release.play('promote');

      await release.expect(PROMOTED);
    });
  });
});

releaseTest('pods that never get ready leave the users where they are, until a good version comes', 'canary', async (release, api) => {
  const manifests = release.manifests;
  ofKind(manifests, 'Rollout').spec.progressDeadlineSeconds = 5;
  await release.commit(manifests);
  await release.deploy();
  await release.reaches('Healthy');

  const weights = await weightHistory(api, release.namespace, async () => {
    await release.play({ deploy: { image: 'app:broken' } });
    await release.expect([
      'Degraded (ProgressDeadlineExceeded: ReplicaSet "app-r2" has timed out progressing.) step 0/2', 'r1 3/3 stable', 'r2 0/1 canary',
      'app → r1, app-canary → r1', 'app backend-routes: app 100, app-canary 0',
    ]);
  });

  expect(weights).toEqual(['100/0']);
  await release.commit(withImage(release.manifests, 'app:3'));
  await release.reaches('Paused');
  await release.play('promote');
  await release.reaches('Healthy');
});

releaseTest('a Service that is deleted mid-canary and made again by Git does not keep the release from its end', 'canary', async (release, api) => {
  await paused(release);

  const weights = await weightHistory(api, release.namespace, async () => {
    await kubectl(['delete', 'service', 'app-canary', '-n', release.namespace]);
    await release.apply(release.manifests.filter(({ metadata }) => metadata.name === 'app-canary'));
    // The controller looks at it again with the next change of the Rollout only; until then testers meet both versions.
    await release.expect(PAUSED.map((line) => line.replace('app-canary → r2', 'app-canary → no revision')));
    await release.play('promote');
    await release.expect(PROMOTED);
  });

  expectNoneLost(weights);
});
