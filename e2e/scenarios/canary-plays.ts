import { Play, scenario } from './scenario';

/** How one way of splitting shows in the lines of a state. */
export interface Splitting {
  readonly example: string;
  readonly trace: string;
  /** Where users and testers are led, by the revisions of stable and canary and the weight of the latter. */
  readonly traffic: (stable: number, canary: number, weight: number) => string[];
  /** What is left of revision 2 once it is aborted. */
  readonly aborted: string;
  /** The revision that testers reach while no pod of revision 2 is ready, and after it is aborted: a Service waits and goes back, a subset does not. */
  readonly withoutCanary: number;
}

/** Every way that a canary release can go; the ways of splitting differ in where the weights stand only. */
export function canaryPlays({ example, trace, traffic, aborted, withoutCanary }: Splitting): void {
  const deployed: Play = ['deployed', 'Healthy step 2/2', 'r1 3/3 stable', ...traffic(1, 1, 0)];
  const updated: Play = [
    { deploy: { image: 'app:2' } },
    'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary', ...traffic(1, 2, 30),
  ];
  const promoted: Play = ['promote', 'Healthy step 2/2', 'r1 3/3 until 30s', 'r2 3/3 stable', ...traffic(2, 2, 0)];
  const degraded = 'Degraded (RolloutAborted: Rollout aborted update to revision 2) step 0/2';
  const play = (title: string, name: string, plays: Play[]) => scenario(title, { example, trace: `${trace}-${name}` }, plays);

  play('a person promotes, and the old ReplicaSet goes after the delay', 'promote', [
    deployed,
    updated,
    promoted,
    [{ wait: '31s' }, 'Healthy step 2/2', 'r1 0/0', 'r2 3/3 stable', ...traffic(2, 2, 0)],
  ]);

  play('the users stay until the new pods are ready', 'hold', [
    deployed,
    ['hold', 'Healthy step 2/2', 'r1 3/3 stable', ...traffic(1, 1, 0)],
    [
      { deploy: { image: 'app:2' } },
      'Progressing (more replicas need to be updated) step 0/2', 'r1 3/3 stable', 'r2 0/1 canary', ...traffic(1, withoutCanary, 0),
    ],
    ['ready', 'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary', ...traffic(1, 2, 30)],
  ]);

  play('a person undoes instead of promoting', 'undo', [
    deployed,
    updated,
    ['undo', 'Healthy step 2/2', 'r2 1/1 until 30s', 'r3 3/3 stable', ...traffic(3, 3, 0)],
    [{ wait: '31s' }, 'Healthy step 2/2', 'r2 0/0', 'r3 3/3 stable', ...traffic(3, 3, 0)],
  ]);

  play('an undo after the promotion is a release with all its steps', 'undo-late', [
    deployed,
    updated,
    promoted,
    ['undo', 'Paused (CanaryPauseStep) step 1/2', 'r2 3/3 stable', 'r3 1/1 canary', ...traffic(2, 3, 30)],
    ['promote', 'Healthy step 2/2', 'r2 3/3 until 30s', 'r3 3/3 stable', ...traffic(3, 3, 0)],
  ]);

  play('an abort brings all users back at once, and a retry goes through the steps again', 'abort', [
    deployed,
    updated,
    ['abort', degraded, 'r1 3/3 stable', aborted, ...traffic(1, withoutCanary, 0)],
    [{ wait: '31s' }, degraded, 'r1 3/3 stable', aborted.replace('1/1', '0/0'), ...traffic(1, withoutCanary, 0)],
    ['retry', 'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary', ...traffic(1, 2, 30)],
    ['promote', 'Healthy step 2/2', 'r1 3/3 until 61s', 'r2 3/3 stable', ...traffic(2, 2, 0)],
  ]);

  play('a full promotion skips the steps', 'promote-full', [
    deployed,
    updated,
    [{ promote: { full: true } }, 'Healthy step 2/2', 'r1 3/3 until 30s', 'r2 3/3 stable', ...traffic(2, 2, 0)],
  ]);

  play('a third version takes the place of the second, from the first step', 'third', [
    deployed,
    updated,
    [
      { deploy: { image: 'app:3' } },
      'Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 0/0', 'r3 1/1 canary', ...traffic(1, 3, 30),
    ],
    ['promote', 'Healthy step 2/2', 'r1 3/3 until 30s', 'r2 0/0', 'r3 3/3 stable', ...traffic(3, 3, 0)],
  ]);

  play('a paused release follows a new number of replicas', 'scale', [
    deployed,
    updated,
    [{ scale: 10 }, 'Paused (CanaryPauseStep) step 1/2', 'r1 10/10 stable', 'r2 3/3 canary', ...traffic(1, 2, 30)],
  ]);
}
