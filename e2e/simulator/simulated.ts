import { steady, unsteadyRoute, withChanceOfDeadline } from './steady';
import { Times } from './times';
import { Release } from '../../src/model/release/release';
import { describeState } from '../../src/simulator/describe-state';
import { ReleaseEvent } from '../../src/simulator/events';
import { byHash } from '../../src/simulator/model/replica-sets';
import { ReplicaSet, SimulatorState } from '../../src/simulator/model/state';
import { readState } from '../../src/simulator/read-state';
import { ReleaseState } from '../../src/simulator/release-state';
import { elapse } from '../../src/simulator/settle';
import { start } from '../../src/simulator/start/start';
import { timers } from '../../src/simulator/timers';
import { transition } from '../../src/simulator/transition';
import { REFUSALS } from '../../test/simulator/properties/played';
import { Manifest } from '../../test/util/synth';

/** What the simulator calls a route that has no name. */
const NAMELESS = /^(http|tls|tcp)\[\d+\]$/;

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

  /** The pod template as it is now. */
  public get template(): Manifest {
    return JSON.parse(this.state.spec.template);
  }

  /** A state as far as it can be compared: without its deadlines, which are compared apart, and without what goes to and fro. */
  public view(state: ReleaseState): ReleaseState {
    const chance = withChanceOfDeadline(this.release, this.state);
    // A workload and an experiment have ReplicaSets of their own, which are no revisions, and an experiment has Services.
    const revisions = state.revisions.filter(({ revision }) => !isNaN(revision)).map((revision) => (
      { ...revision, scaleDownAt: revision.scaleDownAt === null || revision.revision === chance?.revision ? null : 0 }
    ));
    // What is read off the cluster has no routes without a name; they are compared as they are written.
    const routes = state.routes.filter(({ route }) => !NAMELESS.test(route));
    const services = Object.fromEntries(Object.entries(state.services).filter(([name]) => name.includes('/') || name in this.state.services));
    revisions.sort((one, other) => one.revision - other.revision);
    return steady({ ...state, revisions, services, routes }, this.release, this.state);
  }

  /** The specs of the VirtualServices, by name. */
  public get virtualServices(): Record<string, Manifest> {
    return Object.fromEntries(this.state.routingObjects.map(({ metadata, spec }) => [metadata.name, this.viewRoutes(spec)]));
  }

  /** A VirtualService as far as it can be compared. */
  public viewRoutes({ http, ...spec }: Manifest): Manifest {
    const unsteady = unsteadyRoute(this.release, this.state);
    return http ? { ...spec, http: http.filter(({ name }: Manifest) => name === undefined || name !== unsteady) } : spec;
  }

  /** When something happens next by itself, in milliseconds since the first deployment. */
  public get next(): number {
    return Math.min(...timers(this.release, this.state).filter((time) => time > this.state.now));
  }

  /** Lets time pass until then. */
  public elapseTo(now: number): void {
    this.state = elapse(this.release, this.state, Math.max(0, now - this.state.now) / 1000);
  }

  /** Whether it is a matter of chance what comes of the event. */
  public isRaced(event: ReleaseEvent): boolean {
    const { spec, status, held, replicaSets } = this.state;
    // The size that was missed meanwhile first takes stable pods away; the weights go back only if the controller sees that late.
    const stable = byHash(replicaSets, status.stableRS);
    const shrinksStable = held && stable?.template === spec.template && stable.desired !== spec.replicas;
    const hasWeight = (status.canary.weights?.canary.weight ?? 0) > 0;
    return spec.paused && shrinksStable && hasWeight && isResume(event);
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

  /** Takes over what was decided by chance on the cluster. */
  public adoptChance({ deadlines }: Times): void {
    const chance = withChanceOfDeadline(this.release, this.state);
    const isDecided = (set: ReplicaSet) => set.revision === chance?.revision && !(set.revision in deadlines);
    this.state = {
      ...this.state, replicaSets: this.state.replicaSets.map((set) => isDecided(set) ? { ...set, deadline: null } : set),
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

function isResume(event: ReleaseEvent): boolean {
  return event === 'resume' || event === 'promote' || (typeof event === 'object' && 'promote' in event);
}
