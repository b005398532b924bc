import { blockingRun, podsWait, restingWait } from './wait';
import { Manifest } from '../../core/manifest';
import { canonicalJson, same } from '../../simulator/model/same';
import { SimulatorState } from '../../simulator/model/state';
import { giveVerdict } from '../../simulator/runs';
import { elapse, Observer, settle } from '../../simulator/settle';
import { nextExpected } from '../../simulator/timers';
import { transition } from '../../simulator/transition';
import { ReleaseContext } from '../release-context';
import { Cause, Wait } from '../release-forecast';

/** A state of a release, what led to it and what it waits for. */
export interface Snapshot {
  readonly cause: Cause;
  readonly state: SimulatorState;
  readonly waitsFor: Wait;
}

/** The states of a release in their order, and the most pods in any of them. */
export interface Timeline {
  readonly snapshots: readonly Snapshot[];
  readonly peakPods: number;
  /** Why it is not at its end. */
  readonly stuck?: string;
}

/** A release with more states is of no use to anybody. */
const MOST_SNAPSHOTS = 200;

/** Plays a release from the commit to its end: people promote immediately, analyses succeed, pods get ready. */
export class TimelinePlayer {
  private readonly snapshots: Snapshot[] = [];
  private peakPods = 0;

  public constructor(private readonly context: ReleaseContext, private readonly promoteCommand: string) {}

  /** @param template the pod template that the commit brings */
  public play(first: SimulatorState, template: Manifest): Timeline {
    const spec = { ...first.spec, template: canonicalJson(template), generation: first.spec.generation + 1 };
    return this.playFrom(first, (observe) => settle(this.context.release, { ...first, spec }, observe));
  }

  /** The same with another beginning than a commit. */
  public playFrom(first: SimulatorState, begin: (observe: Observer) => SimulatorState): Timeline {
    this.snapshots.push({ cause: { kind: 'before' }, state: first, waitsFor: { kind: 'nothing' } });
    this.add({ kind: 'commit' }, begin);
    for (;;) {
      const snapshot = this.snapshots[this.snapshots.length - 1];
      if (snapshot.waitsFor.kind === 'nothing') {
        return this.ended(snapshot.state.status.phase === 'Healthy' ? undefined : stuckIn(snapshot.state));
      }
      this.goOn(snapshot);
      const { state, waitsFor } = this.snapshots[this.snapshots.length - 1];
      if (same({ ...state, now: 0 }, { ...snapshot.state, now: 0 })) {
        this.snapshots.splice(-2);
        this.snapshots.push({ ...snapshot, state, waitsFor });
        if (state.now === snapshot.state.now) {
          return this.ended(stuckIn(state));
        }
      }
      if (this.snapshots.length > MOST_SNAPSHOTS) {
        return this.ended(`only the first ${MOST_SNAPSHOTS} states are shown`);
      }
    }
  }

  private ended(stuck?: string): Timeline {
    return { snapshots: this.snapshots, peakPods: this.peakPods, ...stuck !== undefined && { stuck } };
  }

  private goOn({ state, waitsFor }: Snapshot): void {
    const { release } = this.context;
    switch (waitsFor.kind) {
      case 'person':
        return this.add({ kind: 'person', command: this.promoteCommand }, (observe) => transition(release, state, 'promote', observe));
      case 'analysis':
        return this.add(
          { kind: 'analysis', templates: waitsFor.templates, what: waitsFor.what },
          (observe) => settle(release, judged(waitsFor.seconds > 0 ? elapse(release, state, waitsFor.seconds) : state), observe),
        );
      default: {
        const now = nextExpected(release, state)!;
        const seconds = Math.floor(now / 1000) - Math.floor(state.now / 1000);
        return this.add({ kind: 'time', seconds }, (observe) => settle(release, { ...state, now }, observe));
      }
    }
  }

  /** Adds the states that an event leads through: those that wait for pods, as far as more than numbers of pods changes, and the last. */
  private add(cause: Cause, run: (observe: Observer) => SimulatorState): void {
    let shown: SimulatorState | undefined;
    const show = (state: SimulatorState, waitsFor: Wait) => {
      this.snapshots.push({ cause: shown === undefined ? cause : { kind: 'pods' }, state, waitsFor });
      shown = state;
    };
    const last = run((state) => {
      this.peakPods = Math.max(this.peakPods, podsOf(state));
      const wait = podsWait(state);
      if (wait && (shown === undefined || !looksSame(shown, state))) {
        show(state, wait);
      }
    });
    show(last, restingWait(this.context, last));
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
