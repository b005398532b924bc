import { describeTraffic } from './release-under-traffic';
import { User } from './traffic';
import { exampleManifests } from '../release/manifests';

const USERS: User[] = [
  ...[1, 2, 3, 4].map(() => ({ name: 'users', host: 'app-api.test.com' })),
  ...[1, 2].map(() => ({ name: 'testers', host: 'app-api-preview.test.com' })),
];

describeTraffic('blue-green', (run) => {
  // Testers who come before the first pod of a new version is ready get 503: the preview Service leads to it already.
  test('users meet one version at a time over promotion, undo and scale-down, testers the new one once it is ready, and no request is lost', async () => {
    await run(exampleManifests('blue-green'), USERS, async (app) => {
      const updated = await app.play({ deploy: { image: 'app:2' } }, 'Paused');
      expect(updated.of('users').versions).toEqual(['old']);
      const paused = await app.wait(10);
      expect(paused.of('users').versions).toEqual(['old']);
      expect(paused.of('testers').versions).toEqual(['new']);
      expect(paused.of('testers').lost).toEqual({});

      const promoted = await app.play('promote', 'Healthy');
      await app.wait(35);
      expect(promoted.after(2, 'users').versions).toEqual(['new']);
      expect(promoted.after(2, 'testers').versions).toEqual(['new']);
      expect(promoted.after(0, 'testers').lost).toEqual({});

      await app.play('undo', 'Paused');
      const undone = await app.wait(5);
      expect(undone.of('users').versions).toEqual(['new']);
      expect(undone.of('testers').versions).toEqual(['old']);
      expect(undone.of('testers').lost).toEqual({});
      const again = await app.play('promote', 'Healthy');
      const back = await app.wait(5);
      expect(back.of('users').versions).toEqual(['old']);
      expect(again.after(0, 'testers').lost).toEqual({});

      expect(app.everything.of('users').lost).toEqual({});
      expect(app.everything.of('users').total).toBeGreaterThan(5_000);
    });
  });

  test('an abort leaves users with the old version; testers lose the new one when its pods go', async () => {
    await run(exampleManifests('blue-green'), USERS, async (app) => {
      await app.play({ deploy: { image: 'app:2' } }, 'Paused');

      await app.play('abort', 'Degraded');
      const aborted = await app.wait(20);
      expect(aborted.of('testers').versions).toEqual(['new']);
      expect(aborted.of('testers').lost).toEqual({});
      await app.wait(15);
      const gone = await app.wait(3);
      expect(Object.keys(gone.of('testers').lost)).toEqual([expect.stringContaining('503')]);

      expect(app.everything.of('users').versions).toEqual(['old']);
      expect(app.everything.of('users').lost).toEqual({});
    });
  });
});
