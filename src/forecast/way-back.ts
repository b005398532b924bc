import { commandOf } from './commands';
import { Share } from './release-forecast';
import { usersOf } from './shares';
import { podsWait, WaitContext } from './walk/wait';
import { Walker } from './walk/walk';
import { podsText, sumOfShares, usersText } from './words';
import { Release } from '../model/release/release';
import { same } from '../simulator/model/same';
import { SimulatorState } from '../simulator/model/state';
import { isFullyPromoted } from '../simulator/model/status';
import { readState } from '../simulator/read-state';
import { transition } from '../simulator/transition';

/** A way back, with the state of the simulator to which it leads. */
export interface Back {
  readonly command: string;
  readonly effect: string;
  readonly state: SimulatorState;
}

/** The commands change the cluster alone, and the next sync, or the next commit, would bring the new version again. */
const IN_GIT = 'revert the commit too';

/** Finds the ways back of one release. */
export class WaysBack {
  private again?: string;

  public constructor(private readonly context: WaitContext) {}

  /** An abort of a release that is under way, an undo of one that is through; nothing where kubectl would refuse. */
  public of(state: SimulatorState, isWaitingForPods: boolean): Back | undefined {
    const { release } = this.context;
    const isOver = isFullyPromoted(state.status);
    const command = commandOf(release, isOver ? 'undo' : 'abort');
    try {
      const { first, last } = this.play(state, isOver ? 'undo' : 'abort');
      const effect = isOver ? this.undoEffect(state, first, last) : abortEffect(release, state, first, last);
      // Pods that are not ready yet do not get so by an abort.
      return { command, effect: `${effect}; ${IN_GIT}`, state: isWaitingForPods ? first : last };
    } catch {
      return undefined;
    }
  }

  /** What is so at once, and once pods that it needs are ready; the same where it needs none. */
  private play(state: SimulatorState, verb: 'abort' | 'undo'): { first: SimulatorState; last: SimulatorState } {
    const { release } = this.context;
    let needsPods = false;
    const last = transition(release, state, verb, (seen) => { needsPods ||= podsWait(seen) !== undefined; });
    return { first: needsPods ? transition(release, { ...state, held: true }, verb) : last, last };
  }

  private undoEffect(before: SimulatorState, first: SimulatorState, last: SimulatorState): string {
    const { release } = this.context;
    const former = readState(release, before).revisions.find(({ roles }) => roles.includes('stable'))!.revision;
    if (!isBack(usersOf(release, last), former)) {
      this.again ??= this.asRelease(before);
      return this.again;
    }
    const [{ revision }] = usersOf(release, last);
    const when = same(usersOf(release, first), usersOf(release, last)) ? 'at once' : 'as its pods get ready';
    return `all users back on the old version, as r${revision}, ${when}`;
  }

  /** Steps, analyses and pauses once more. */
  private asRelease(before: SimulatorState): string {
    const { stops } = new Walker(this.context, '').walkFrom(before, (observe) => transition(this.context.release, before, 'undo', observe));
    const waits = stops.filter(({ waitsFor }) => waitsFor.kind === 'person').length;
    const asks = waits === 0 ? '' : `, which waits for a person ${waits === 1 ? 'once' : `${waits} times`}`;
    return `the old version again, as a release of its own${asks}`;
  }
}

function abortEffect(release: Release, before: SimulatorState, first: SimulatorState, last: SimulatorState): string {
  const [now, then] = [usersOf(release, first), usersOf(release, last)];
  const seen = readState(release, last);
  const left = seen.revisions.filter(({ roles }) => roles.includes('canary') || (roles.includes('preview') && !roles.includes('stable')));
  const isGradual = !same(now, then) && sumOfShares(now) > 0;
  const users = usersText(then, same(usersOf(release, before), then) ? 'stay on' : 'back on');
  return isGradual
    ? `${users}, but only as pods of it get ready; at first ${usersText(now)}`
    : [users, ...left.map((revision) => podsText(revision, seen.time))].join('; ');
}

function isBack(users: readonly Share[], former: number): boolean {
  return users.length === 1 && users[0].revision !== former;
}
