import { blockingRun, podsWait, restingWait, WaitContext } from './wait';
import { Manifest } from '../../core/manifest';
import { canonicalJson, same } from '../../simulator/model/same';
import { SimulatorState } from '../../simulator/model/state';
import { giveVerdict } from '../../simulator/runs';
import { elapse, Observer, settle } from '../../simulator/settle';
import { nextExpected } from '../../simulator/timers';
import { transition } from '../../simulator/transition';
import { Cause, Wait } from '../release-forecast';

/** A state on the way, what led to it and what it waits for. */
export interface Stop {
  readonly cause: Cause;
  readonly state: SimulatorState;
  readonly waitsFor: Wait;
}

/** The way of a release, and the most pods on it. */
export interface Walk {
  readonly stops: readonly Stop[];
  readonly peakPods: number;
  /** Why it is not at its end. */
  readonly stuck?: string;
}

/** A release with more states is of no use to anybody. */
const MOST_STOPS = 200;

/** Takes a release from the commit to its end: persons go on at once, analyses succeed, pods get ready. */
export class Walker {
  private readonly stops: Stop[] = [];
  private peakPods = 0;

  public constructor(private readonly context: WaitContext, private readonly promoteCommand: string) {}

  /** @param template the pod template that the commit brings */
  public walk(first: SimulatorState, template: Manifest): Walk {
    const spec = { ...first.spec, template: canonicalJson(template), generation: first.spec.generation + 1 };
    return this.walkFrom(first, (observe) => settle(this.context.release, { ...first, spec }, observe));
  }

  /** The same with another beginning than a commit. */
  public walkFrom(first: SimulatorState, begin: (observe: Observer) => SimulatorState): Walk {
    this.stops.push({ cause: { kind: 'before' }, state: first, waitsFor: { kind: 'nothing' } });
    this.play({ kind: 'commit' }, begin);
    for (;;) {
      const stop = this.stops[this.stops.length - 1];
      if (stop.waitsFor.kind === 'nothing') {
        return this.ended(stop.state.status.phase === 'Healthy' ? undefined : stuckIn(stop.state));
      }
      this.goOn(stop);
      const { state, waitsFor } = this.stops[this.stops.length - 1];
      if (same({ ...state, now: 0 }, { ...stop.state, now: 0 })) {
        this.stops.splice(-2);
        this.stops.push({ ...stop, state, waitsFor });
        if (state.now === stop.state.now) {
          return this.ended(stuckIn(state));
        }
      }
      if (this.stops.length > MOST_STOPS) {
        return this.ended(`only the first ${MOST_STOPS} states are shown`);
      }
    }
  }

  private ended(stuck?: string): Walk {
    return { stops: this.stops, peakPods: this.peakPods, ...stuck !== undefined && { stuck } };
  }

  private goOn({ state, waitsFor }: Stop): void {
    const { release } = this.context;
    switch (waitsFor.kind) {
      case 'person':
        return this.play({ kind: 'person', command: this.promoteCommand }, (observe) => transition(release, state, 'promote', observe));
      case 'analysis':
        return this.play(
          { kind: 'analysis', templates: waitsFor.templates, what: waitsFor.what },
          (observe) => settle(release, judged(waitsFor.seconds > 0 ? elapse(release, state, waitsFor.seconds) : state), observe),
        );
      default: {
        const now = nextExpected(release, state)!;
        const seconds = Math.floor(now / 1000) - Math.floor(state.now / 1000);
        return this.play({ kind: 'time', seconds }, (observe) => settle(release, { ...state, now }, observe));
      }
    }
  }

  /** Adds the states that an event leads through: those that wait for pods, as far as more than numbers of pods changes, and the last. */
  private play(cause: Cause, run: (observe: Observer) => SimulatorState): void {
    let shown: SimulatorState | undefined;
    const add = (state: SimulatorState, waitsFor: Wait) => {
      this.stops.push({ cause: shown === undefined ? cause : { kind: 'pods' }, state, waitsFor });
      shown = state;
    };
    const last = run((state) => {
      this.peakPods = Math.max(this.peakPods, podsOf(state));
      const wait = podsWait(state);
      if (wait && (shown === undefined || !looksSame(shown, state))) {
        add(state, wait);
      }
    });
    add(last, restingWait(this.context, last));
  }
}

function stuckIn({ status: { phase } }: SimulatorState): string {
  return `it ends in the phase ${phase}: nothing in these manifests leads on`;
}

function podsOf({ replicaSets }: SimulatorState): number {
  return replicaSets.reduce((sum, { replicas, created }) => sum + Math.max(replicas, created), 0);
}

/** Whether two states differ in numbers of pods at most. */
function looksSame(one: SimulatorState, other: SimulatorState): boolean {
  return one.status.currentStepIndex === other.status.currentStepIndex
    && one.status.phase === other.status.phase
    && same(one.services, other.services)
    && same(one.routingObjects, other.routingObjects)
    && same(one.subsets, other.subsets);
}

/** All templates of the run that is waited for succeed. */
function judged(state: SimulatorState): SimulatorState {
  const run = blockingRun(state);
  return Object.keys(run?.verdicts ?? {}).reduce((current, name) => giveVerdict(current, name, 'Successful') ?? current, state);
}
