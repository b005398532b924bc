import { Way } from './entrance/way';
import { Moment, Reach, WayBack } from './release-forecast';
import { usersOf } from './shares';
import { stepText } from './step-text';
import { WaitContext } from './walk/wait';
import { Stop } from './walk/walk';
import { WaysBack } from './way-back';
import { usersText } from './words';
import { stepsOf } from '../model/release/fields';
import { Release } from '../model/release/release';
import { SimulatorState } from '../simulator/model/state';
import { isFullyPromoted } from '../simulator/model/status';
import { readState } from '../simulator/read-state';

/** The stops of a release as a person sees them. */
export function momentsOf(context: WaitContext, stops: readonly Stop[], ways: readonly Way[], promote: string): Moment[] {
  const { release } = context;
  const back = new WaysBack(context);
  return stops.map((stop, index): Moment => {
    const { cause, state, waitsFor } = stop;
    const goBack = cause.kind === 'before' ? undefined : wayBack(release, back, stop, ways);
    return {
      cause,
      time: Math.floor(state.now / 1000),
      state: readState(release, state),
      ...stepOf(release, state),
      users: usersOf(release, state),
      reach: reachOf(ways, state),
      waitsFor,
      ...waitsFor.kind === 'person' && { goOn: { command: promote, effect: goOnEffect(release, stops, index) } },
      ...goBack && { goBack },
    };
  });
}

export function reachOf(ways: readonly Way[], state: SimulatorState): Reach[] {
  return ways.flatMap(({ entrance, lead }) => {
    const led = lead(state);
    return led === undefined ? [] : [{ entrance: entrance.id, ...led }];
  });
}

function wayBack(release: Release, backs: WaysBack, { state, waitsFor }: Stop, ways: readonly Way[]): WayBack | undefined {
  const back = backs.of(state, waitsFor.kind === 'pods');
  return back && {
    command: back.command,
    effect: back.effect,
    state: readState(release, back.state),
    users: usersOf(release, back.state),
    reach: reachOf(ways, back.state),
  };
}

function stepOf(release: Release, { status }: SimulatorState): { step?: string } {
  const step = stepsOf(release.rollout)[status.currentStepIndex ?? 0]?.value;
  return step && !isFullyPromoted(status) ? { step: stepText(step) } : {};
}

/** What is so once the pods of the next stretch are ready. */
function goOnEffect(release: Release, stops: readonly Stop[], index: number): string {
  const next = stops.slice(index + 1);
  const end = next.findIndex(({ waitsFor }) => waitsFor.kind !== 'pods' && !(waitsFor.kind === 'time' && waitsFor.until === 'podsAvailable'));
  const after = next[end === -1 ? next.length - 1 : end];
  return after === undefined ? 'goes on' : usersText(usersOf(release, after.state));
}
