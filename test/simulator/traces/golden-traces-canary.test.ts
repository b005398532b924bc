import { deploy, expectPlays, hostCanary, Play, subsetCanary } from '../releases';

const HEADER = { setHeaderRoute: { name: 'hdr', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } };
const STEPS = [{ setWeight: 25 }, HEADER, { pause: {} }, { setWeight: 50 }, { pause: { duration: '10s' } }, { setWeight: 75 }];
const MANIFESTS = hostCanary({ steps: STEPS, trafficRouting: { managedRoutes: [{ name: 'hdr' }] } });

const weights = (stable: number, canary: number) => `app main: stable ${stable}, canary ${canary}`;
const HDR = 'app hdr: canary 100';

const DEPLOYED: Play = ['deployed', 'Healthy step 6/6', 'r1 4/4 stable', 'canary → r1, stable → r1', weights(100, 0)];
const UPDATED: Play = [
  deploy(2), 'Paused (CanaryPauseStep) step 2/6', 'r1 4/4 stable', 'r2 1/1 canary', 'canary → r2, stable → r1', HDR, weights(75, 25),
];

test('a canary by host goes through its steps as the real one does', () => {
  expectPlays(MANIFESTS, [
    DEPLOYED,
    ['hold', ...DEPLOYED.slice(1) as string[]],
    [
      deploy(2), 'Progressing (more replicas need to be updated) step 0/6', 'r1 4/4 stable', 'r2 0/1 canary', 'canary → r1, stable → r1',
      weights(100, 0),
    ],
    ['ready', ...UPDATED.slice(1) as string[]],
    [
      'promote', 'Paused (CanaryPauseStep) step 4/6', 'r1 4/4 stable', 'r2 2/2 canary', 'canary → r2, stable → r1', HDR, weights(50, 50),
    ],
    ['hold', 'Paused (CanaryPauseStep) step 4/6', 'r1 4/4 stable', 'r2 2/2 canary', 'canary → r2, stable → r1', HDR, weights(50, 50)],
    [
      { wait: '10s' }, 'Paused (CanaryPauseStep) step 4/6', 'r1 4/4 stable', 'r2 2/2 canary', 'canary → r2, stable → r1', HDR, weights(50, 50),
    ],
    [
      { wait: '1s' }, 'Progressing (more replicas need to be updated) step 5/6', 'r1 4/4 stable', 'r2 2/3 canary', 'canary → r2, stable → r1',
      HDR, weights(50, 50),
    ],
    ['ready', 'Healthy step 6/6', 'r1 4/4 until 41s', 'r2 4/4 stable', 'canary → r2, stable → r2', weights(100, 0)],
    [{ wait: '31s' }, 'Healthy step 6/6', 'r1 0/0', 'r2 4/4 stable', 'canary → r2, stable → r2', weights(100, 0)],
  ]);
});

test('an abort takes the header route away, and everything after it follows the real one', () => {
  const aborted = 'Degraded (RolloutAborted: Rollout aborted update to revision 2) step 0/6';
  expectPlays(MANIFESTS, [
    DEPLOYED,
    UPDATED,
    ['abort', aborted, 'r1 4/4 stable', 'r2 1/1 canary until 30s', 'canary → r1, stable → r1', weights(100, 0)],
    [{ wait: '31s' }, aborted, 'r1 4/4 stable', 'r2 0/0 canary until 30s', 'canary → r1, stable → r1', weights(100, 0)],
    ['retry', ...UPDATED.slice(1) as string[]],
    [
      deploy(3), 'Paused (CanaryPauseStep) step 2/6', 'r1 4/4 stable', 'r2 0/0', 'r3 1/1 canary', 'canary → r3, stable → r1', HDR, weights(75, 25),
    ],
    [{ undo: { toRevision: 1 } }, 'Healthy step 6/6', 'r2 0/0', 'r3 1/1 until 61s', 'r4 4/4 stable', 'canary → r4, stable → r4', weights(100, 0)],
  ]);
});

test('a full promotion leaves the weights where they are until all pods are there', () => {
  expectPlays(MANIFESTS, [
    DEPLOYED,
    UPDATED,
    ['hold', ...UPDATED.slice(1) as string[]],
    [
      { promote: { full: true } }, 'Progressing (waiting for all steps to complete) step 6/6', 'r1 4/4 stable', 'r2 1/4 canary',
      'canary → r2, stable → r1', weights(75, 25),
    ],
    ['ready', 'Healthy step 6/6', 'r1 4/4 until 30s', 'r2 4/4 stable', 'canary → r2, stable → r2', weights(100, 0)],
  ]);
});

test('by subset a pass fails until all pods are there, so the phase stays', () => {
  const subsets = (stable: number, canary: number) => `app → no revision, app/stable → r${stable}, app/canary → r${canary}`;
  const shares = (stable: number, canary: number) => `app main: app/stable ${stable}, app/canary ${canary}`;
  expectPlays(subsetCanary({ steps: [{ setWeight: 50 }, { pause: {} }] }), [
    ['deployed', 'Healthy step 2/2', 'r1 4/4 stable', subsets(1, 1), shares(100, 0)],
    ['hold', 'Healthy step 2/2', 'r1 4/4 stable', subsets(1, 1), shares(100, 0)],
    [
      deploy(2), 'Progressing (more replicas need to be updated) step 0/2', 'r1 4/4 stable', 'r2 0/2 canary', subsets(1, 2),
      shares(100, 0),
    ],
    ['ready', 'Paused (CanaryPauseStep) step 1/2', 'r1 4/4 stable', 'r2 2/2 canary', subsets(1, 2), shares(50, 50)],
    ['promote', 'Healthy step 2/2', 'r1 4/4 until 30s', 'r2 4/4 stable', subsets(2, 2), shares(100, 0)],
  ]);
});
