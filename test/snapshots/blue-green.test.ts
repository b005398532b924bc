import { Duration } from 'cdk8s';
import { scenario } from './scenario';

const { synthesized, release } = scenario('blue-green');

test('blue-green with a preview host, as synthesized', () => {
  expect(synthesized).toMatchInlineSnapshot(`
    Service app → app.kubernetes.io/name=app
    Service app-preview → app.kubernetes.io/name=app
    VirtualService app backend-routes of app-api.test.com: app
    VirtualService app-preview backend-routes of app-api-preview.test.com: app-preview
  `);
});

test('blue-green with a preview host, at every event', () => {
  expect(release.describe()).toMatchInlineSnapshot(`
    Healthy
    r1 3/3 stable active
    app → r1, app-preview → r1
  `);

  release.hold();
  release.deploy('app:2');
  expect(release.describe()).toMatchInlineSnapshot(`
    Progressing (active service cutover pending)
    r1 3/3 stable active
    r2 0/3 preview
    app → r1, app-preview → r2
  `);

  release.podsReady();
  expect(release.describe()).toMatchInlineSnapshot(`
    Paused (BlueGreenPause)
    r1 3/3 stable active
    r2 3/3 preview
    app → r1, app-preview → r2
  `);

  release.promote();
  expect(release.describe()).toMatchInlineSnapshot(`
    Healthy
    r1 3/3 until 30s
    r2 3/3 stable active
    app → r2, app-preview → r2
  `);

  release.wait(Duration.seconds(31));
  expect(release.describe()).toMatchInlineSnapshot(`
    Healthy
    r1 0/0
    r2 3/3 stable active
    app → r2, app-preview → r2
  `);

  release.undo();
  expect(release.describe()).toMatchInlineSnapshot(`
    Paused (BlueGreenPause)
    r2 3/3 stable active
    r3 3/3 preview
    app → r2, app-preview → r3
  `);

  release.abort();
  expect(release.describe()).toMatchInlineSnapshot(`
    Degraded (RolloutAborted: Rollout aborted update to revision 3)
    r2 3/3 stable active
    r3 3/3 preview until 61s
    app → r2, app-preview → r3
  `);

  release.wait(Duration.seconds(31));
  expect(release.describe()).toMatchInlineSnapshot(`
    Degraded (RolloutAborted: Rollout aborted update to revision 3)
    r2 3/3 stable active
    r3 0/0 preview until 61s
    app → r2, app-preview → r3
  `);
});
