import { PauseChanges } from './pause-changes';
import { BlueGreen, blueGreenIn, Canary, canaryIn, Release } from '../../model/release/release';
import { byHash } from '../model/replica-sets';
import { AnalysisRun, ReplicaSet, ServiceState, SimulatorState } from '../model/state';
import { Hash, isFullyPromoted, pauseCondition, Status, TrafficWeights } from '../model/status';

/** The runs that the status refers to. */
export interface CurrentRuns {
  readonly step?: AnalysisRun;
  readonly background?: AnalysisRun;
  readonly pre?: AnalysisRun;
  readonly post?: AnalysisRun;
}

/** A ReplicaSet as the pass sees it: what the pass itself scales shows in the next one only. */
export type View = { -readonly [key in keyof ReplicaSet]: ReplicaSet[key] };

/** An error of the pass: what it has written stays, the status does not change. */
export class PassFailed extends Error {}

/**
 * One look of the controller at the Rollout. It reads what was there when it began and writes into `next`; the fields have the
 * names of the controller's own context.
 */
export class Pass {
  /** The status as it was when the pass began. */
  public readonly status: Status;
  /** What the pass decides about pauses and aborting. */
  public readonly pause: PauseChanges;
  /** All ReplicaSets, in the order of their creation. */
  public readonly allRSs: View[];
  /** The one of the current template. */
  public readonly newRS: View;
  /** The one that was promoted last. */
  public readonly stableRS: View | undefined;
  /** Those that are neither. */
  public readonly otherRSs: View[];
  /** Whether the new ReplicaSet was still waiting for its end when the pass began. */
  public readonly newRSWithinDelay: boolean;
  /** The analysis runs of the release. */
  public currentRuns: CurrentRuns;
  /** The experiment of the current step. */
  public currentExperiment: AnalysisRun | undefined;
  /** The plugin of the current step. */
  public pluginRun: AnalysisRun | undefined;
  /** The weights as they are to be written into the status. */
  public weights: TrafficWeights | null;
  /** What the pass has written so far. */
  public next: SimulatorState;

  public constructor(public readonly release: Release, public readonly before: SimulatorState, newHash: Hash) {
    this.status = before.status;
    this.next = before;
    this.pause = new PauseChanges(this.status, before.now);
    this.allRSs = before.replicaSets.map((set) => ({ ...set }));
    this.newRS = byHash(this.allRSs, newHash) as View;
    this.stableRS = byHash(this.allRSs, this.status.stableRS) as View | undefined;
    this.otherRSs = this.allRSs.filter((set) => set !== this.newRS && set !== this.stableRS);
    this.newRSWithinDelay = this.isFuture(this.newRS.deadline);
    this.currentRuns = readCurrentRuns(before);
    this.currentExperiment = findRun(before, this.status.canary.experiment);
    this.pluginRun = findRun(before, this.status.canary.plugin);
    this.weights = this.status.canary.weights;
    if (isFullyPromoted(this.status) && this.pause.isAborted) {
      this.pause.removeAbort();
    }
  }

  /** The strategy; only canary passes ask for it. */
  public get canary(): Canary {
    return canaryIn(this.release)!;
  }

  /** The strategy; only blue-green passes ask for it. */
  public get blueGreen(): BlueGreen {
    return blueGreenIn(this.release)!;
  }

  /** The pods that the Rollout should have. */
  public get replicas(): number {
    return this.before.spec.replicas;
  }

  /** Whether a person or an inconclusive analysis keeps everything where it is. */
  public get isHalted(): boolean {
    return this.before.spec.paused || pauseCondition(this.status, 'InconclusiveAnalysisRun') !== undefined;
  }

  /** Whether a deadline is yet to come. */
  public isFuture(seconds: number | null): boolean {
    return seconds !== null && seconds * 1000 > this.before.now;
  }

  /** Changes a ReplicaSet. */
  public writeSet(hash: Hash, changes: Partial<ReplicaSet>): void {
    const replicaSets = this.next.replicaSets.map((set) => set.hash === hash ? { ...set, ...changes } : set);
    this.next = { ...this.next, replicaSets };
  }

  /** A Service as it is by now. */
  public service(name: string): ServiceState {
    return this.next.services[name];
  }

  /** Points a Service at a ReplicaSet, and takes it over. */
  public writeService(name: string, hash: Hash): void {
    this.next = { ...this.next, services: { ...this.next.services, [name]: { ...this.next.services[name], managed: true, hash } } };
  }

  /** Begins an analysis, an experiment or a plugin. */
  public addRun(run: Omit<AnalysisRun, 'id' | 'phase' | 'terminated'>): AnalysisRun {
    const added: AnalysisRun = { ...run, id: this.next.runIds + 1, phase: 'Running', terminated: false };
    this.next = { ...this.next, runIds: added.id, runs: [...this.next.runs, added] };
    return added;
  }

  /** Orders a run to end. */
  public cancelRun(run: AnalysisRun | undefined): void {
    if (run?.phase === 'Running') {
      this.next = { ...this.next, runs: this.next.runs.map((other) => other.id === run.id ? { ...other, terminated: true } : other) };
    }
  }
}

export function findRun(state: SimulatorState, id: number | null | undefined): AnalysisRun | undefined {
  return id === null || id === undefined ? undefined : state.runs.find((run) => run.id === id);
}

function readCurrentRuns(state: SimulatorState): CurrentRuns {
  const { canary, blueGreen } = state.status;
  return {
    step: findRun(state, canary.stepRun?.id),
    background: findRun(state, canary.backgroundRun?.id),
    pre: findRun(state, blueGreen.preRun?.id),
    post: findRun(state, blueGreen.postRun?.id),
  };
}
