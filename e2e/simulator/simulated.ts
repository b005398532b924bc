import { Times } from './times';
import { describeState } from '../../src/simulator/describe-state';
import { ReleaseEvent } from '../../src/simulator/events';
import { Release } from '../../src/simulator/model/release';
import { available, byHash } from '../../src/simulator/model/replica-sets';
import { SimulatorState } from '../../src/simulator/model/state';
import { readState } from '../../src/simulator/read-state';
import { ReleaseState } from '../../src/simulator/release-state';
import { elapse } from '../../src/simulator/settle';
import { start } from '../../src/simulator/start/start';
import { timers } from '../../src/simulator/timers';
import { transition } from '../../src/simulator/transition';
import { REFUSALS } from '../../test/simulator/properties/played';
import { Manifest } from '../../test/util/synth';

/** A release in the simulator, whose clock is that of the cluster. */
export class Simulated {
  private readonly release: Release;
  private state: SimulatorState;

  public constructor(manifests: Manifest[]) {
    ({ release: this.release, state: this.state } = start(manifests));
  }

  /** What is to be seen on the cluster. */
  public get lines(): string[] {
    return describeState(this.view(readState(this.release, this.state)));
  }

  /** A state as far as it can be compared: without its deadlines, which are compared apart, and as if no Service went to and fro. */
  public view(state: ReleaseState): ReleaseState {
    const service = this.unsteadyService;
    const revisions = state.revisions.map((revision) => ({ ...revision, scaleDownAt: revision.scaleDownAt === null ? null : 0 }));
    const { status, replicaSets } = this.state;
    const [stable, canary] = [status.stableRS, status.currentPodHash].map((hash) => byHash(replicaSets, hash)?.revision);
    const services = service && state.services[service] === canary ? { ...state.services, [service]: stable! } : state.services;
    return { ...state, revisions, services };
  }

  /**
   * The canary Service of an aborted release that still has pods. Every pass of the controller points it at them and back again, or
   * at one of them only, by whether it has heard of its last change.
   */
  private get unsteadyService(): string | undefined {
    const { status, replicaSets, services } = this.state;
    const name: string | undefined = this.release.canary?.trafficRouting && this.release.canary.canaryService;
    const canary = byHash(replicaSets, status.currentPodHash);
    return name && status.abort && services[name].hash === status.stableRS && canary && available(canary) > 0 ? name : undefined;
  }

  /** When something happens next by itself, in milliseconds since the first deployment. */
  public get next(): number {
    return Math.min(...timers(this.release, this.state).filter((time) => time > this.state.now));
  }

  /** Lets time pass until then. */
  public elapseTo(now: number): void {
    this.state = elapse(this.release, this.state, Math.max(0, now - this.state.now) / 1000);
  }

  /**
   * Whether the outcome is one of chance: kubectl ends a pause and that by hand with one request each, and a controller that looks
   * between them begins the pause anew.
   */
  public isRaced(event: ReleaseEvent): boolean {
    return event === 'promote' && this.state.spec.paused && this.state.status.pauseConditions.length > 0;
  }

  /** Says whether kubectl would do it too. */
  public play(event: ReleaseEvent): boolean {
    try {
      this.state = transition(this.release, this.state, event);
      return true;
    } catch (error) {
      if (!REFUSALS.test((error as Error).message)) {
        throw error;
      }
      return false;
    }
  }

  /** What was written down at which second. */
  public get times(): Times {
    const { status, replicaSets } = this.state;
    return {
      deadlines: Object.fromEntries(replicaSets.flatMap(({ revision, deadline }) => deadline === null ? [] : [[revision, deadline]])),
      pauses: Object.fromEntries(status.pauseConditions.map(({ reason, startTime }) => [reason, startTime])),
      conditions: Object.fromEntries(status.conditions.map(({ type, lastUpdateTime }) => [type, lastUpdateTime])),
    };
  }

  /** Takes over the times of the cluster, where pods need time, so that the next thing happens in both at the same second. */
  public adopt({ deadlines, pauses, conditions }: Times): void {
    const { status, replicaSets } = this.state;
    this.state = {
      ...this.state,
      replicaSets: replicaSets.map((set) => set.deadline === null ? set : { ...set, deadline: deadlines[set.revision] ?? set.deadline }),
      status: {
        ...status,
        pauseConditions: status.pauseConditions.map((pause) => ({ ...pause, startTime: pauses[pause.reason] ?? pause.startTime })),
        conditions: status.conditions.map((condition) => (
          { ...condition, lastUpdateTime: conditions[condition.type] ?? condition.lastUpdateTime }
        )),
      },
    };
  }
}
