import { blueGreen, deploy, expectPlays, Play } from '../releases';

const services = (active: number, preview: number) => `active → r${active}, preview → r${preview}`;
const MANUAL = blueGreen({ autoPromotionEnabled: false, scaleDownDelaySeconds: 60 });
const DEPLOYED: Play = ['deployed', 'Healthy', 'r1 4/4 stable active', services(1, 1)];

test('a manual blue-green release goes as the real one does', () => {
  expectPlays(MANUAL, [
    DEPLOYED,
    ['hold', 'Healthy', 'r1 4/4 stable active', services(1, 1)],
    [deploy(2), 'Progressing (active service cutover pending)', 'r1 4/4 stable active', 'r2 0/4 preview', services(1, 2)],
    ['ready', 'Paused (BlueGreenPause)', 'r1 4/4 stable active', 'r2 4/4 preview', services(1, 2)],
    ['promote', 'Healthy', 'r1 4/4 until 60s', 'r2 4/4 stable active', services(2, 2)],
    [{ wait: '30s' }, 'Healthy', 'r1 4/4 until 60s', 'r2 4/4 stable active', services(2, 2)],
    ['undo', 'Healthy', 'r2 4/4 until 90s', 'r3 4/4 stable active', services(3, 3)],
    [deploy(3), 'Paused (BlueGreenPause)', 'r2 4/4 until 90s', 'r3 4/4 stable active', 'r4 4/4 preview', services(3, 4)],
    [
      'abort', 'Degraded (RolloutAborted: Rollout aborted update to revision 4)', 'r2 4/4 until 90s', 'r3 4/4 stable active',
      'r4 4/4 preview until 60s', services(3, 4),
    ],
    [
      { wait: '31s' }, 'Degraded (RolloutAborted: Rollout aborted update to revision 4)', 'r2 4/4 until 90s', 'r3 4/4 stable active',
      'r4 0/0 preview until 60s', services(3, 4),
    ],
    ['retry', 'Paused (BlueGreenPause)', 'r2 4/4 until 90s', 'r3 4/4 stable active', 'r4 4/4 preview', services(3, 4)],
    [
      deploy(4), 'Paused (BlueGreenPause)', 'r2 4/4 until 90s', 'r3 4/4 stable active', 'r4 4/4 until 121s', 'r5 4/4 preview', services(3, 5),
    ],
    [
      { undo: { toRevision: 3 } }, 'Healthy', 'r2 4/4 until 90s', 'r4 4/4 until 121s', 'r5 4/4 until 121s', 'r6 4/4 stable active', services(6, 6),
    ],
  ]);
});

test('a small preview grows once its pause is over', () => {
  expectPlays(blueGreen({ previewReplicaCount: 1, autoPromotionSeconds: 20 }), [
    DEPLOYED,
    [deploy(2), 'Paused (BlueGreenPause)', 'r1 4/4 stable active', 'r2 1/1 preview', services(1, 2)],
    ['hold', 'Paused (BlueGreenPause)', 'r1 4/4 stable active', 'r2 1/1 preview', services(1, 2)],
    [{ wait: '21s' }, 'Progressing (active service cutover pending)', 'r1 4/4 stable active', 'r2 1/4 preview', services(1, 2)],
    ['ready', 'Healthy', 'r1 4/4 until 51s', 'r2 4/4 stable active', services(2, 2)],
  ]);
});

test('a small preview that another one replaces grows until its deadline', () => {
  expectPlays(blueGreen({ previewReplicaCount: 1, autoPromotionSeconds: 20 }), [
    DEPLOYED,
    [deploy(2), 'Paused (BlueGreenPause)', 'r1 4/4 stable active', 'r2 1/1 preview', services(1, 2)],
    [deploy(3), 'Paused (BlueGreenPause)', 'r1 4/4 stable active', 'r2 4/4 until 30s', 'r3 1/1 preview', services(1, 3)],
    [{ wait: '31s' }, 'Healthy', 'r1 4/4 until 50s', 'r2 0/0', 'r3 4/4 stable active', services(3, 3)],
  ]);
});

test('without a pause the users move as soon as the pods are there', () => {
  expectPlays(blueGreen(), [
    DEPLOYED,
    [deploy(2), 'Healthy', 'r1 4/4 until 30s', 'r2 4/4 stable active', services(2, 2)],
  ]);
});
