import { Duration } from 'cdk8s';
import { scenario } from './scenario';

describe('canary of 30 % by host', () => {
  const { synthesized, release } = scenario('canary');

  test('as synthesized', () => {
    expect(synthesized).toMatchInlineSnapshot(`
      Service app → app.kubernetes.io/name=app
      Service app-canary → app.kubernetes.io/name=app
      VirtualService app backend-routes of app-api.test.com: app 100, app-canary 0
      VirtualService app-canary backend-routes of app-api-canary.test.com: app-canary
    `);
  });

  test('at every event', () => {
    expect(release.describe()).toMatchInlineSnapshot(`
      Healthy step 2/2
      r1 3/3 stable
      app → r1, app-canary → r1
      app backend-routes: app 100, app-canary 0
    `);

    release.hold();
    release.deploy('app:2');
    expect(release.describe()).toMatchInlineSnapshot(`
      Progressing (more replicas need to be updated) step 0/2
      r1 3/3 stable
      r2 0/1 canary
      app → r1, app-canary → r1
      app backend-routes: app 100, app-canary 0
    `);

    release.podsReady();
    expect(release.describe()).toMatchInlineSnapshot(`
      Paused (CanaryPauseStep) step 1/2
      r1 3/3 stable
      r2 1/1 canary
      app → r1, app-canary → r2
      app backend-routes: app 70, app-canary 30
    `);

    release.abort();
    expect(release.describe()).toMatchInlineSnapshot(`
      Degraded (RolloutAborted: Rollout aborted update to revision 2) step 0/2
      r1 3/3 stable
      r2 1/1 canary until 1s
      app → r1, app-canary → r1
      app backend-routes: app 100, app-canary 0
    `);

    release.retry();
    release.promote();
    expect(release.describe()).toMatchInlineSnapshot(`
      Healthy step 2/2
      r1 3/3 until 30s
      r2 3/3 stable
      app → r2, app-canary → r2
      app backend-routes: app 100, app-canary 0
    `);

    release.wait(Duration.seconds(31));
    expect(release.describe()).toMatchInlineSnapshot(`
      Healthy step 2/2
      r1 0/0
      r2 3/3 stable
      app → r2, app-canary → r2
      app backend-routes: app 100, app-canary 0
    `);

    release.undo();
    expect(release.describe()).toMatchInlineSnapshot(`
      Paused (CanaryPauseStep) step 1/2
      r2 3/3 stable
      r3 1/1 canary
      app → r2, app-canary → r3
      app backend-routes: app 70, app-canary 30
    `);
  });
});

describe('canary of 30 % by subset', () => {
  const { synthesized, release } = scenario('canary-east-west');

  test('as synthesized', () => {
    expect(synthesized).toMatchInlineSnapshot(`
      Service app → app.kubernetes.io/name=app
      VirtualService app canary-preview of app: app/canary
      VirtualService app backend-routes of app: app/stable 100, app/canary 0
      subset app/stable → app.kubernetes.io/name=app
      subset app/canary → app.kubernetes.io/name=app
    `);
  });

  test('at every event', () => {
    expect(release.describe()).toMatchInlineSnapshot(`
      Healthy step 2/2
      r1 3/3 stable
      app → no revision, app/stable → r1, app/canary → r1
      app canary-preview: app/canary 100
      app backend-routes: app/stable 100, app/canary 0
    `);

    release.hold();
    release.deploy('app:2');
    expect(release.describe()).toMatchInlineSnapshot(`
      Progressing (more replicas need to be updated) step 0/2
      r1 3/3 stable
      r2 0/1 canary
      app → no revision, app/stable → r1, app/canary → r2
      app canary-preview: app/canary 100
      app backend-routes: app/stable 100, app/canary 0
    `);

    release.podsReady();
    expect(release.describe()).toMatchInlineSnapshot(`
      Paused (CanaryPauseStep) step 1/2
      r1 3/3 stable
      r2 1/1 canary
      app → no revision, app/stable → r1, app/canary → r2
      app canary-preview: app/canary 100
      app backend-routes: app/stable 70, app/canary 30
    `);

    release.abort();
    expect(release.describe()).toMatchInlineSnapshot(`
      Degraded (RolloutAborted: Rollout aborted update to revision 2) step 0/2
      r1 3/3 stable
      r2 1/1 canary until 30s
      app → no revision, app/stable → r1, app/canary → r2
      app canary-preview: app/canary 100
      app backend-routes: app/stable 100, app/canary 0
    `);

    release.retry();
    release.promote();
    expect(release.describe()).toMatchInlineSnapshot(`
      Healthy step 2/2
      r1 3/3 until 30s
      r2 3/3 stable
      app → no revision, app/stable → r2, app/canary → r2
      app canary-preview: app/canary 100
      app backend-routes: app/stable 100, app/canary 0
    `);

    release.wait(Duration.seconds(31));
    expect(release.describe()).toMatchInlineSnapshot(`
      Healthy step 2/2
      r1 0/0
      r2 3/3 stable
      app → no revision, app/stable → r2, app/canary → r2
      app canary-preview: app/canary 100
      app backend-routes: app/stable 100, app/canary 0
    `);

    release.undo();
    expect(release.describe()).toMatchInlineSnapshot(`
      Paused (CanaryPauseStep) step 1/2
      r2 3/3 stable
      r3 1/1 canary
      app → no revision, app/stable → r2, app/canary → r3
      app canary-preview: app/canary 100
      app backend-routes: app/stable 70, app/canary 30
    `);
  });
});
