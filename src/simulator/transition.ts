import { deploy, promote, promoteFull, skipStep, undo } from './actions/actions';
import { ReleaseEvent } from './events';
import { SimulatorState } from './model/state';
import { giveVerdict, runningTemplates } from './runs';
import { elapse, follow, Observer, settle } from './settle';
import { durationSeconds } from '../core/parse-duration';
import { Release } from '../model/release/release';

/**
 * What an event leads to, once nothing more happens without time or a person.
 *
 * @throws an error where kubectl would refuse
 */
export function transition(release: Release, state: SimulatorState, event: ReleaseEvent, observe?: Observer): SimulatorState {
  if (typeof event === 'object' && 'wait' in event) {
    return elapse(release, state, durationSeconds(event.wait)!, observe);
  }
  const next = typeof event === 'string' ? actByName(release, state, event) : act(release, state, event);
  const settled = changesNothingWatched(event) ? follow(release, next, observe) : settle(release, next, observe);
  // kubectl takes back a pause by hand in a request of its own, and the controller has seen the one before by then.
  return isPromotion(event) && settled.spec.paused ? settle(release, withSpec(settled, { paused: false }), observe) : settled;
}

/** Whether an event changes no object that the controller watches. */
function changesNothingWatched(event: ReleaseEvent): boolean {
  return event === 'hold' || event === 'ready' || (typeof event === 'object' && 'analysis' in event);
}

function isPromotion(event: ReleaseEvent): boolean {
  return event === 'promote' || (typeof event === 'object' && 'promote' in event);
}

function act(release: Release, state: SimulatorState, event: Exclude<ReleaseEvent, string | { wait: string }>): SimulatorState {
  if ('deploy' in event) {
    return deploy(release, state, event.deploy);
  }
  if ('promote' in event) {
    return promoteFull(state);
  }
  if ('undo' in event) {
    return undo(release, state, event.undo.toRevision);
  }
  if ('scale' in event) {
    return withSpec(state, { replicas: event.scale });
  }
  const { name, phase } = event.analysis;
  const judged = giveVerdict(state, name, phase);
  if (!judged) {
    const running = runningTemplates(state).join(', ') || 'none';
    throw new Error(`no analysis with the template ${name} is running; there are: ${running}`);
  }
  return judged;
}

function actByName(release: Release, state: SimulatorState, event: Extract<ReleaseEvent, string>): SimulatorState {
  switch (event) {
    case 'hold': return { ...state, held: true };
    case 'ready': return { ...state, held: false };
    case 'promote': return promote(release, state);
    case 'abort': return withAbort(state, true);
    case 'retry': return withAbort(state, false);
    case 'undo': return undo(release, state);
    case 'pause': return withSpec(state, { paused: true });
    case 'resume': return withSpec(state, { paused: false });
    case 'skipStep': return skipStep(release, state);
  }
}

function withAbort(state: SimulatorState, abort: boolean): SimulatorState {
  return { ...state, status: { ...state.status, abort } };
}

function withSpec(state: SimulatorState, changes: { replicas?: number; paused?: boolean }): SimulatorState {
  const { spec } = state;
  const isSame = (changes.replicas ?? spec.replicas) === spec.replicas && (changes.paused ?? spec.paused) === spec.paused;
  return isSame ? state : { ...state, spec: { ...spec, ...changes, generation: spec.generation + 1 } };
}
