import { EntryPoint } from './entry-points/entry-point';
import { Rollbacks } from './going-back';
import { ReleaseContext } from './release-context';
import { Moment, Reach, Target, WayBack } from './release-forecast';
import { tenths } from './shares';
import { stepText } from './step-text';
import { Snapshot } from './timeline/timeline';
import { Users, UsersAt } from './users';
import { usersText } from './words';
import { Release, stepsIn } from '../model/release/release';
import { SimulatorState } from '../simulator/model/state';
import { isFullyPromoted } from '../simulator/model/status';
import { readState } from '../simulator/read-state';

/** How requests come to a release, and who answers its users. */
export interface Traffic {
  readonly entryPoints: readonly EntryPoint[];
  readonly usersAt: UsersAt;
}

/** The snapshots of a release as a person sees them. */
export function momentsOf(context: ReleaseContext, snapshots: readonly Snapshot[], traffic: Traffic, promote: string): Moment[] {
  const { release } = context;
  const { entryPoints, usersAt } = traffic;
  const rollbacks = new Rollbacks(context, usersAt);
  return snapshots.map((snapshot, index): Moment => {
    const { cause, state, waitsFor } = snapshot;
    const goBack = cause.kind === 'before' ? undefined : wayBack(context, rollbacks, snapshot, traffic);
    return {
      cause,
      time: Math.floor(state.now / 1000),
      state: readState(release, state),
      ...stepOf(release, state),
      ...shownUsers(usersAt(state)),
      reach: reachOf(entryPoints, state),
      waitsFor,
      ...waitsFor.kind === 'person' && { goOn: { command: promote, effect: goOnEffect(usersAt, snapshots, index) } },
      ...goBack && { goBack },
    };
  });
}

function shownUsers({ shares, elsewhere }: Users): Pick<Moment, 'users' | 'elsewhere'> {
  return { users: shares, ...elsewhere > 0 && { elsewhere } };
}

function reachOf(entryPoints: readonly EntryPoint[], state: SimulatorState): Reach[] {
  const shown = (target: Target): Target => ({ ...target, percent: tenths(target.percent) });
  return entryPoints.flatMap(({ entrance, targetsAt }): Reach[] => {
    const found = targetsAt(state);
    return found === undefined ? [] : [{
      entrance: entrance.id, targets: found.targets.map(shown), ...found.mirror && { mirror: shown(found.mirror) },
    }];
  });
}

function wayBack({ release }: ReleaseContext, rollbacks: Rollbacks, { state, waitsFor }: Snapshot, traffic: Traffic): WayBack | undefined {
  const { entryPoints, usersAt } = traffic;
  const back = rollbacks.of(state, waitsFor.kind === 'pods');
  return back && {
    command: back.command,
    effect: back.effect,
    state: readState(release, back.state),
    ...shownUsers(usersAt(back.state)),
    reach: reachOf(entryPoints, back.state),
  };
}

function stepOf(release: Release, { status }: SimulatorState): { step?: string } {
  const step = stepsIn(release)[status.currentStepIndex ?? 0];
  return step && !isFullyPromoted(status) ? { step: stepText(step) } : {};
}

/** What is so once the pods of the next stretch are ready. */
function goOnEffect(usersAt: UsersAt, snapshots: readonly Snapshot[], index: number): string {
  const next = snapshots.slice(index + 1);
  const end = next.findIndex(({ waitsFor }) => waitsFor.kind !== 'pods' && !(waitsFor.kind === 'time' && waitsFor.until === 'podsAvailable'));
  const after = next[end === -1 ? next.length - 1 : end];
  return after === undefined ? 'goes on' : usersText(usersAt(after.state));
}
