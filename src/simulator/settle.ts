import { pass } from './controller/reconcile';
import { removePods, runPods } from './kubelet';
import { same } from './model/same';
import { SimulatorState } from './model/state';
import { runAnalyses } from './runs';
import { timers } from './timers';
import { Release, stepsIn } from '../model/release/release';

/** Passes that one event may take, besides those for each step and pod. */
const PASSES = 200;
const PASSES_PER_STEP = 5;
const PASSES_PER_POD = 10;
const LONGEST_CYCLE = 4;

/** Is shown each state in which the controller has nothing more to do until pods or analyses change. */
export type Observer = (state: SimulatorState) => void;

/**
 * Lets pods, analyses and the controller work until nothing changes any more. The controller is faster than pods: it sees those that
 * go one pass late, and new ones once it has nothing more to do.
 */
export function settle(release: Release, state: SimulatorState, observe: Observer = () => {}): SimulatorState {
  const first = decide(release, state);
  observe(first);
  return follow(release, first, observe);
}

/** The same where the controller hears of nothing before pods or analyses change. */
export function follow(release: Release, state: SimulatorState, observe: Observer = () => {}): SimulatorState {
  return untilSame(release, state, (current) => {
    const changed = runAnalyses(runPods(current, release.minReadySeconds));
    if (changed === current) {
      return current;
    }
    const decided = decide(release, changed);
    observe(decided);
    return decided;
  });
}

function decide(release: Release, state: SimulatorState): SimulatorState {
  return untilSame(release, state, (current, previous) => pass(release, removePods(current, previous)));
}

type Step = (current: SimulatorState, previous: SimulatorState) => SimulatorState;

/**
 * Repeats a step until it changes nothing. The controller writes some things to and fro for ever, such as the conditions of a paused
 * release that it thinks healthy: one round of that is enough.
 */
function untilSame(release: Release, state: SimulatorState, step: Step): SimulatorState {
  const pods = state.replicaSets.reduce((sum, { replicas }) => sum + replicas, state.spec.replicas);
  const limit = PASSES + PASSES_PER_STEP * stepsIn(release).length + PASSES_PER_POD * pods;
  let recent = [state];
  for (let count = 0; count < limit; count++) {
    const next = step(recent[0], recent[1] ?? recent[0]);
    if (recent.some((before) => same(next, before))) {
      return next;
    }
    recent = [next, ...recent].slice(0, LONGEST_CYCLE);
  }
  throw new Error(`Rollout ${release.name} did not settle within ${limit} passes`);
}

/** Lets time pass; at each moment at which something is due, everything settles. At others the controller does not look. */
export function elapse(release: Release, state: SimulatorState, seconds: number, observe: Observer = () => {}): SimulatorState {
  const end = state.now + seconds * 1000;
  let current = state;
  for (;;) {
    const { now } = current;
    const due = timers(release, current).filter((time) => time > now && time <= end);
    if (due.length === 0) {
      const last = { ...current, now: end };
      observe(last);
      return last;
    }
    current = settle(release, { ...current, now: Math.min(...due) }, observe);
  }
}
