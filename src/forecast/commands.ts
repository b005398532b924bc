import { Share } from './release-forecast';
import { usersOf } from './shares';
import { podsText, usersText } from './words';
import { Release } from '../simulator/model/release';
import { same } from '../simulator/model/same';
import { SimulatorState } from '../simulator/model/state';
import { isFullyPromoted } from '../simulator/model/status';
import { readState } from '../simulator/read-state';
import { ReleaseState } from '../simulator/release-state';
import { transition } from '../simulator/transition';

/** `kubectl argo rollouts promote app -n shop`. */
export function commandOf({ name, namespace }: Release, verb: string): string {
  return `kubectl argo rollouts ${verb} ${name}${namespace === undefined ? '' : ` -n ${namespace}`}`;
}

/** A way back, with the state of the simulator to which it leads. */
export interface Back {
  readonly command: string;
  readonly effect: string;
  readonly state: SimulatorState;
}

/** The commands change the cluster alone, and the next sync, or the next commit, would bring the new version again. */
const IN_GIT = 'revert the commit too';

/** An abort of a release that is under way, an undo of one that is through; nothing where kubectl would refuse. */
export function backOf(release: Release, state: SimulatorState, isWaitingForPods: boolean): Back | undefined {
  const isOver = isFullyPromoted(state.status);
  const verb = isOver ? 'undo' : 'abort';
  // Pods that are not ready yet do not get so by an abort.
  const before = isWaitingForPods ? { ...state, held: true } : state;
  try {
    const after = transition(release, before, verb);
    const effect = isOver ? undoEffect(release, state, after) : abortEffect(release, state, after);
    return { command: commandOf(release, verb), effect: `${effect}; ${IN_GIT}`, state: after };
  } catch {
    return undefined;
  }
}

function abortEffect(release: Release, before: SimulatorState, after: SimulatorState): string {
  const users = usersOf(release, after);
  const seen = readState(release, after);
  const isSame = same(usersOf(release, before), users);
  const left = seen.revisions.filter(({ roles }) => roles.includes('canary') || (roles.includes('preview') && !roles.includes('stable')));
  return [usersText(users, isSame ? 'stay on' : 'back on'), ...left.map((revision) => podsText(revision, seen.time))].join('; ');
}

function undoEffect(release: Release, before: SimulatorState, after: SimulatorState): string {
  const seen = readState(release, after);
  const former = readState(release, before).revisions.find(({ roles }) => roles.includes('stable'))!.revision;
  return isBack(usersOf(release, after), former)
    ? `${usersText(usersOf(release, after), 'back on')}, the old version, at once`
    : `the old version again, as a release of its own${pauseText(seen)}`;
}

function isBack(users: readonly Share[], former: number): boolean {
  return users.length === 1 && users[0].revision !== former;
}

function pauseText({ phase, step, steps }: ReleaseState): string {
  return phase === 'Paused' ? ` that waits for a person${steps > 0 ? ` at step ${step}/${steps}` : ''}` : '';
}
