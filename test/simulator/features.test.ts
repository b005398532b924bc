import { basicCanary, blueGreen, deploy, expectPlays, hostCanary, Play } from './releases';

const weights = (stable: number, canary: number) => `app main: stable ${stable}, canary ${canary}`;
const services = (canary: number, stable: number) => `canary → r${canary}, stable → r${stable}`;

test('a canary has the size of setCanaryScale until it matches the weight again', () => {
  const pause = { pause: {} };
  const steps = [{ setCanaryScale: { replicas: 3 } }, pause, { setWeight: 25 }, pause, { setCanaryScale: { matchTrafficWeight: true } }, pause];
  expectPlays(hostCanary({ steps }), [
    ['deployed', 'Healthy step 6/6', 'r1 4/4 stable', services(1, 1), weights(100, 0)],
    [deploy(2), 'Paused (CanaryPauseStep) step 1/6', 'r1 4/4 stable', 'r2 3/3 canary', services(2, 1), weights(100, 0)],
    ['promote', 'Paused (CanaryPauseStep) step 3/6', 'r1 4/4 stable', 'r2 3/3 canary', services(2, 1), weights(75, 25)],
    ['promote', 'Paused (CanaryPauseStep) step 5/6', 'r1 4/4 stable', 'r2 1/1 canary', services(2, 1), weights(75, 25)],
  ]);
});

test('a canary has at least minPodsPerReplicaSet pods', () => {
  expectPlays(hostCanary({ steps: [{ setWeight: 10 }, { pause: {} }], minPodsPerReplicaSet: 2 }), [
    ['deployed', 'Healthy step 2/2', 'r1 4/4 stable', services(1, 1), weights(100, 0)],
    [deploy(2), 'Paused (CanaryPauseStep) step 1/2', 'r1 4/4 stable', 'r2 2/2 canary', services(2, 1), weights(90, 10)],
  ]);
});

describe('a mirror route', () => {
  const mirror = { setMirrorRoute: { name: 'copy', percentage: 50, match: [{ method: { exact: 'GET' } }] } };
  const routing = { trafficRouting: { managedRoutes: [{ name: 'copy' }] } };
  const deployed: Play = ['deployed', 'Healthy step 3/3', 'r1 4/4 stable', services(1, 1), weights(100, 0)];
  const paused = ['Paused (CanaryPauseStep) step 2/3', 'r1 4/4 stable', 'r2 1/1 canary', services(2, 1)];

  test('has the weights of the route, and stands before it', () => {
    expectPlays(hostCanary({ steps: [{ setWeight: 25 }, mirror, { pause: {} }], ...routing }), [
      deployed,
      [deploy(2), ...paused, 'app copy: stable 75, canary 25', weights(75, 25)],
    ]);
  });

  test('is lost again in a step that comes before the first pod', () => {
    expectPlays(hostCanary({ steps: [mirror, { setWeight: 25 }, { pause: {} }], ...routing }), [deployed, [deploy(2), ...paused, weights(75, 25)]]);
  });
});

test('within the rollback window a canary goes back without steps', () => {
  const promoted = (revision: number): string[] => [
    'Healthy step 2/2', `r${revision - 1} 4/4 until 30s`, `r${revision} 4/4 stable`, services(revision, revision), weights(100, 0),
  ];
  expectPlays(hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }] }, { rollbackWindow: { revisions: 1 } }), [
    ['deployed', 'Healthy step 2/2', 'r1 4/4 stable', services(1, 1), weights(100, 0)],
    [deploy(2), 'Paused (CanaryPauseStep) step 1/2', 'r1 4/4 stable', 'r2 1/1 canary', services(2, 1), weights(75, 25)],
    ['promote', ...promoted(2)],
    ['undo', ...promoted(3)],
  ]);
});

test('within the rollback window a blue-green release goes back without a pause, although the old pods are gone', () => {
  const pair = (active: number, preview: number) => `active → r${active}, preview → r${preview}`;
  expectPlays(blueGreen({ autoPromotionEnabled: false }, { rollbackWindow: { revisions: 1 } }), [
    ['deployed', 'Healthy', 'r1 4/4 stable active', pair(1, 1)],
    [deploy(2), 'Paused (BlueGreenPause)', 'r1 4/4 stable active', 'r2 4/4 preview', pair(1, 2)],
    ['promote', 'Healthy', 'r1 4/4 until 30s', 'r2 4/4 stable active', pair(2, 2)],
    [{ wait: '30s' }, 'Healthy', 'r1 0/0', 'r2 4/4 stable active', pair(2, 2)],
    ['undo', 'Healthy', 'r2 4/4 until 60s', 'r3 4/4 stable active', pair(3, 3)],
  ]);
});

describe('pods that do not get ready', () => {
  const held: Play[] = [
    ['deployed', 'Healthy step 1/1', 'r1 4/4 stable'],
    ['hold', 'Healthy step 1/1', 'r1 4/4 stable'],
    [deploy(2), 'Progressing (more replicas need to be updated) step 0/1', 'r1 3/3 stable', 'r2 0/2 canary'],
  ];
  const strategy = { steps: [{ setWeight: 50 }] };
  const timedOut = 'ReplicaSet "app-r2" has timed out progressing.';

  test('degrade the release once its deadline is over, and progress makes it good', () => {
    expectPlays(basicCanary(strategy, { progressDeadlineSeconds: 60 }), [
      ...held,
      [{ wait: '60s' }, ...held[2].slice(1) as string[]],
      [{ wait: '1s' }, `Degraded (ProgressDeadlineExceeded: ${timedOut}) step 0/1`, 'r1 3/3 stable', 'r2 0/2 canary'],
      ['ready', 'Healthy step 1/1', 'r1 0/0', 'r2 4/4 stable'],
    ]);
  });

  test('abort the release, where it asks for that', () => {
    expectPlays(basicCanary(strategy, { progressDeadlineSeconds: 60, progressDeadlineAbort: true }), [
      ...held,
      [
        { wait: '61s' }, `Degraded (RolloutAborted: Rollout aborted update to revision 2: ${timedOut}) step 0/1`, 'r1 3/4 stable', 'r2 0/0 canary',
      ],
    ]);
  });
});

test('an analysis after the switch is not aborted at the deadline, but by whatever happens after it', () => {
  const manifests = blueGreen(
    { postPromotionAnalysis: { templates: [{ templateName: 'check' }] } }, { progressDeadlineSeconds: 20, progressDeadlineAbort: true },
  );
  const switched = ['Progressing (waiting for analysis to complete)', 'r1 4/4 stable', 'r2 4/4 active', 'active → r2, preview → r2'];
  expectPlays(manifests, [
    ['deployed', 'Healthy', 'r1 4/4 stable active', 'active → r1, preview → r1'],
    [deploy(2), ...switched],
    [{ wait: '30s' }, ...switched],
    ['hold', ...switched],
    ['ready', ...switched],
    [
      { scale: 6 }, 'Degraded (RolloutAborted: Rollout aborted update to revision 2: ReplicaSet "app-r2" has timed out progressing.)',
      'r1 6/6 stable active', 'r2 6/6 preview until 60s', 'active → r1, preview → r2',
    ],
  ]);
});

test('pods count once they have been ready for minReadySeconds', () => {
  const waiting = ['Progressing (more replicas need to be updated) step 0/2', 'r1 4/4 stable', 'r2 1/1 canary', services(1, 1), weights(100, 0)];
  expectPlays(hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }] }, { minReadySeconds: 10 }), [
    ['deployed', 'Healthy step 2/2', 'r1 4/4 stable', services(1, 1), weights(100, 0)],
    [deploy(2), ...waiting],
    [{ wait: '9s' }, ...waiting],
    [{ wait: '1s' }, 'Paused (CanaryPauseStep) step 1/2', 'r1 4/4 stable', 'r2 1/1 canary', services(2, 1), weights(75, 25)],
  ]);
});

test('enough pods pass a step with replicaProgressThreshold', () => {
  const strategy = { steps: [{ setWeight: 50 }, { pause: {} }], replicaProgressThreshold: { type: 'Percent', value: 50 }, maxSurge: '100%' };
  expectPlays(basicCanary({ ...strategy }, { replicas: 2 }), [
    ['deployed', 'Healthy step 2/2', 'r1 2/2 stable'],
    [deploy(2), 'Paused (CanaryPauseStep) step 1/2', 'r1 1/1 stable', 'r2 1/1 canary'],
  ]);
});

test('former revisions are forgotten beyond revisionHistoryLimit', () => {
  const lines = (revision: number) => [`r${revision - 1} 0/0`, `r${revision} 4/4 stable`];
  expectPlays(basicCanary({}, { revisionHistoryLimit: 1 }), [
    ['deployed', 'Healthy', 'r1 4/4 stable'],
    [deploy(2), 'Healthy', ...lines(2)],
    [deploy(3), 'Healthy', ...lines(3)],
  ]);
});

test('the oldest pods go at once beyond scaleDownDelayRevisionLimit', () => {
  const pair = (revision: number) => `active → r${revision}, preview → r${revision}`;
  expectPlays(blueGreen({ scaleDownDelayRevisionLimit: 1 }), [
    ['deployed', 'Healthy', 'r1 4/4 stable active', pair(1)],
    [deploy(2), 'Healthy', 'r1 4/4 until 30s', 'r2 4/4 stable active', pair(2)],
    [deploy(3), 'Healthy', 'r1 0/0', 'r2 4/4 until 30s', 'r3 4/4 stable active', pair(3)],
  ]);
});
