import { commandOf } from './commands';
import { ReleaseContext } from './release-context';
import { TimelinePlayer } from './timeline/timeline';
import { podsWait } from './timeline/wait';
import { Users, UsersAt } from './users';
import { podsText, sumOfShares, usersText } from './words';
import { Release } from '../model/release/release';
import { same } from '../simulator/model/same';
import { SimulatorState } from '../simulator/model/state';
import { isFullyPromoted } from '../simulator/model/status';
import { readState } from '../simulator/read-state';
import { transition } from '../simulator/transition';

/** A command that brings the old version back, with the state of the simulator to which it leads. */
export interface Rollback {
  readonly command: string;
  readonly effect: string;
  readonly state: SimulatorState;
}

/** The commands change the cluster alone, and the next sync, or the next commit, would bring the new version again. */
const IN_GIT = 'revert the commit too';

/** Finds out how to go back from the states of one release. */
export class Rollbacks {
  private again?: string;

  public constructor(private readonly context: ReleaseContext, private readonly usersAt: UsersAt) {}

  /** An abort of a release that is under way, an undo of one that is through; nothing where kubectl would refuse. */
  public of(state: SimulatorState, isWaitingForPods: boolean): Rollback | undefined {
    const { release } = this.context;
    const isOver = isFullyPromoted(state.status);
    const command = commandOf(release, isOver ? 'undo' : 'abort');
    try {
      const { first, last } = this.play(state, isOver ? 'undo' : 'abort');
      const effect = isOver ? this.undoEffect(state, first, last) : abortEffect(release, this.usersAt, { before: state, first, last });
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
    const former = readState(this.context.release, before).revisions.find(({ roles }) => roles.includes('stable'))!.revision;
    const users = this.usersAt(last);
    if (!isBack(users, former)) {
      this.again ??= this.asRelease(before);
      return this.again;
    }
    const [{ revision }] = users.shares;
    const when = same(this.usersAt(first), users) ? 'at once' : 'as its pods get ready';
    return `all users back on the old version, as r${revision}, ${when}`;
  }

  /** Steps, analyses and pauses once more. */
  private asRelease(before: SimulatorState): string {
    const { snapshots } = new TimelinePlayer(this.context, '').playFrom(before, (observe) => transition(this.context.release, before, 'undo', observe));
    const waits = snapshots.filter(({ waitsFor }) => waitsFor.kind === 'person').length;
    const asks = waits === 0 ? '' : `, which waits for a person ${waits === 1 ? 'once' : `${waits} times`}`;
    return `the old version again, as a release of its own${asks}`;
  }
}

/** The states around an abort: before it, immediately after it, and once the pods that it needs are ready. */
interface Abort {
  readonly before: SimulatorState;
  readonly first: SimulatorState;
  readonly last: SimulatorState;
}

function abortEffect(release: Release, usersAt: UsersAt, { before, first, last }: Abort): string {
  const [now, then] = [usersAt(first), usersAt(last)];
  const seen = readState(release, last);
  const left = seen.revisions.filter(({ roles }) => roles.includes('canary') || (roles.includes('preview') && !roles.includes('stable')));
  const isGradual = !same(now, then) && sumOfShares(now.shares) > 0;
  const users = usersText(then, same(usersAt(before), then) ? 'stay on' : 'back on');
  return isGradual
    ? `${users}, but only as pods of it get ready; at first ${usersText(now)}`
    : [users, ...left.map((revision) => podsText(revision, seen.time))].join('; ');
}

function isBack({ shares, elsewhere }: Users, former: number): boolean {
  return shares.length === 1 && shares[0].revision !== former && elsewhere === 0;
}
