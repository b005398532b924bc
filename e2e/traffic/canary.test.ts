import { describeTraffic } from './release-under-traffic';
import { User } from './traffic';
import { KubernetesObject } from '../cluster/api';
import { exampleManifests, ofKind } from '../release/manifests';

const users = (testers: Omit<User, 'name'>): User[] => [
  ...[1, 2, 3, 4].map(() => ({ name: 'users', host: 'app-api.test.com' })),
  ...[1, 2].map(() => ({ name: 'testers', ...testers })),
];

/** The example of callers inside the mesh, with its one route behind the gateway. */
function subsetLevelOnGateway(): KubernetesObject[] {
  const manifests = exampleManifests('canary-east-west');
  Object.assign(ofKind(manifests, 'VirtualService').spec, { hosts: ['app-api.test.com'], gateways: ['istio-system/ingressgateway'] });
  return manifests;
}

const SPLITTINGS = [
  {
    splitting: 'by host',
    manifests: () => exampleManifests('canary'),
    testers: { host: 'app-api-canary.test.com' },
    // The weights and the end of the aborted pods reach the gateway together, and it takes in the latter first.
    lostInAbort: 3,
  },
  {
    splitting: 'by subset',
    manifests: subsetLevelOnGateway,
    testers: { host: 'app-api.test.com', headers: { 'x-canary': 'always' } },
    lostInAbort: 0,
  },
];

describeTraffic('canary', (run) => {
  test.each(SPLITTINGS)('$splitting: users are split as the weights say, all move with the promotion, and no request is lost', async ({ manifests, testers }) => {
    await run(manifests(), users(testers), async (app) => {
      await app.play({ deploy: { image: 'app:2' } }, 'Paused');
      await app.wait(1);
      const paused = await app.wait(20);
      expect(paused.of('users').total).toBeGreaterThan(2_000);
      expect(Math.abs(paused.of('users').newShare - 30)).toBeLessThan(3);
      expect(paused.of('testers').versions).toEqual(['new']);

      await app.play('promote', 'Healthy');
      await app.wait(2);
      const promoted = await app.wait(35);
      expect(promoted.of('users').versions).toEqual(['new']);
      expect(promoted.of('testers').versions).toEqual(['new']);

      expect(app.everything.of('users').lost).toEqual({});
    });
  });

  test.each(SPLITTINGS)('$splitting: an abort reaches users within two seconds, and loses $lostInAbort of their requests at most', async (the) => {
    const { manifests, testers, lostInAbort } = the;
    await run(manifests(), users(testers), async (app) => {
      await app.play({ deploy: { image: 'app:2' } }, 'Paused');
      await app.wait(2);

      const aborted = await app.play('abort', 'Degraded');
      await app.wait(10);

      expect(aborted.of('users').versions).toEqual(['new', 'old']);
      expect(aborted.after(2, 'users').versions).toEqual(['old']);
      expect(app.everything.of('users').lostTotal).toBeLessThanOrEqual(lostInAbort);
    });
  });

  test.each(SPLITTINGS)('$splitting: an undo reaches users within two seconds, and no request of theirs is lost', async ({ manifests, testers }) => {
    await run(manifests(), users(testers), async (app) => {
      await app.play({ deploy: { image: 'app:2' } }, 'Paused');
      await app.wait(2);

      const undone = await app.play('undo', 'Healthy');
      await app.wait(35);

      expect(undone.after(2, 'users').versions).toEqual(['old']);
      expect(app.everything.of('users').lost).toEqual({});
    });
  });
});

describeTraffic('canary by host, with an istiod that waits one second at most', (run) => {
  test('an abort reaches users within two seconds, and no request is lost, of testers neither', async () => {
    const manifests = exampleManifests('canary');
    ofKind(manifests, 'Rollout').spec.strategy.canary.abortScaleDownDelaySeconds = 30;
    await run(manifests, users({ host: 'app-api-canary.test.com' }), async (app) => {
      await app.play({ deploy: { image: 'app:2' } }, 'Paused');
      await app.wait(2);

      const aborted = await app.play('abort');
      await app.wait(35);

      expect(aborted.after(2, 'users').versions).toEqual(['old']);
      expect(app.everything.of('users').lost).toEqual({});
      expect(app.everything.of('testers').lost).toEqual({});
    });
  });
}, { PILOT_DEBOUNCE_MAX: '1s' });
