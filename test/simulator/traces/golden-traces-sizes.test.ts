import { basicCanary, deploy, expectPlays, hostCanary, pingPongCanary, Play } from '../releases';

const DYNAMIC = hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }, { setWeight: 75 }, { pause: {} }], dynamicStableScale: true });
const weights = (stable: number, canary: number) => `app main: stable ${stable}, canary ${canary}`;
const DYNAMIC_START: Play[] = [
  ['deployed', 'Healthy step 4/4', 'r1 4/4 stable', 'canary → r1, stable → r1', weights(100, 0)],
  [deploy(2), 'Paused (CanaryPauseStep) step 1/4', 'r1 3/3 stable', 'r2 1/1 canary', 'canary → r2, stable → r1', weights(75, 25)],
  ['promote', 'Paused (CanaryPauseStep) step 3/4', 'r1 1/1 stable', 'r2 3/3 canary', 'canary → r2, stable → r1', weights(25, 75)],
];
const HELD: Play = ['hold', 'Paused (CanaryPauseStep) step 3/4', 'r1 1/1 stable', 'r2 3/3 canary', 'canary → r2, stable → r1', weights(25, 75)];

test('with dynamicStableScale an abort waits for the stable pods, and goes back through the steps', () => {
  const aborted = 'Degraded (RolloutAborted: Rollout aborted update to revision 2) step 0/4';
  expectPlays(DYNAMIC, [
    ...DYNAMIC_START,
    HELD,
    ['abort', aborted, 'r1 1/3 stable', 'r2 3/3 canary', 'canary → r2, stable → r1', weights(25, 75)],
    ['ready', aborted, 'r1 4/4 stable', 'r2 0/0 canary', 'canary → r1, stable → r1', weights(100, 0)],
  ]);
});

test('with dynamicStableScale an undo waits for the stable pods, while the phase is healthy already', () => {
  expectPlays(DYNAMIC, [
    ...DYNAMIC_START,
    HELD,
    ['undo', 'Healthy step 4/4', 'r2 3/3', 'r3 1/4 stable', 'canary → r2, stable → r3', weights(25, 75)],
    ['ready', 'Healthy step 4/4', 'r2 0/0', 'r3 4/4 stable', 'canary → r3, stable → r3', weights(100, 0)],
  ]);
});

test('a ping-pong pair swaps its roles at each promotion', () => {
  const pair = (ping: number, pong: string) => `ping → r${ping}, pong → ${pong}`;
  const shares = (ping: number, pong: number) => `app main: ping ${ping}, pong ${pong}`;
  expectPlays(pingPongCanary({ steps: [{ setWeight: 25 }, { pause: {} }] }), [
    ['deployed', 'Healthy step 2/2', 'r1 4/4 stable', pair(1, 'no revision'), shares(100, 0)],
    [deploy(2), 'Paused (CanaryPauseStep) step 1/2', 'r1 4/4 stable', 'r2 1/1 canary', pair(1, 'r2'), shares(75, 25)],
    ['promote', 'Healthy step 2/2', 'r1 4/4 until 30s', 'r2 4/4 stable', pair(1, 'r2'), shares(0, 100)],
    [deploy(3), 'Paused (CanaryPauseStep) step 1/2', 'r1 4/4 until 30s', 'r2 4/4 stable', 'r3 1/1 canary', pair(3, 'r2'), shares(25, 75)],
    [
      'abort', 'Degraded (RolloutAborted: Rollout aborted update to revision 3) step 0/2', 'r1 4/4 until 30s', 'r2 4/4 stable',
      'r3 1/1 canary until 30s',
      pair(3, 'r2'), shares(0, 100),
    ],
  ]);
});

test('a basic canary never has too many pods, nor too few', () => {
  const steps = [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} }];
  expectPlays(basicCanary({ steps, maxSurge: 1, maxUnavailable: 0 }), [
    ['deployed', 'Healthy step 4/4', 'r1 4/4 stable'],
    ['hold', 'Healthy step 4/4', 'r1 4/4 stable'],
    [deploy(2), 'Progressing (more replicas need to be updated) step 0/4', 'r1 4/4 stable', 'r2 0/1 canary'],
    ['ready', 'Paused (CanaryPauseStep) step 1/4', 'r1 3/3 stable', 'r2 1/1 canary'],
    ['promote', 'Paused (CanaryPauseStep) step 3/4', 'r1 2/2 stable', 'r2 2/2 canary'],
    [deploy(3), 'Paused (CanaryPauseStep) step 1/4', 'r1 3/3 stable', 'r2 0/0', 'r3 1/1 canary'],
    ['abort', 'Degraded (RolloutAborted: Rollout aborted update to revision 3) step 0/4', 'r1 4/4 stable', 'r2 0/0', 'r3 0/0 canary'],
    ['retry', 'Paused (CanaryPauseStep) step 1/4', 'r1 3/3 stable', 'r2 0/0', 'r3 1/1 canary'],
    [{ promote: { full: true } }, 'Healthy step 4/4', 'r1 0/0', 'r2 0/0', 'r3 4/4 stable'],
  ]);
});
