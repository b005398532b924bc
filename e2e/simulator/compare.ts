import { isDeepStrictEqual } from 'node:util';
import { judge } from './analyses';
import { Simulated } from './simulated';
import { differences, readTimes } from './times';
import { describeState } from '../../src/simulator/describe-state';
import { ReleaseEvent } from '../../src/simulator/events';
import { Manifest } from '../../test/util/synth';
import { KubernetesObject } from '../cluster/api';
import { kubectl } from '../cluster/kubectl';
import { seconds } from '../release/event';
import { ofKind, runnable } from '../release/manifests';
import { ReleaseObjects } from '../release/observe';
import { Release } from '../release/release';
import { withRelease } from '../scenarios/scenario';

/** So long before and after anything that happens by itself nothing is done or compared: the cluster may be late. */
const MARGIN = 6_000;
/** Within this time the cluster gets to where the simulator is at once. */
const LIMIT = 60_000;
/** Seconds, because times are written without their fractions. */
const ROUNDING = 2;

/** Plays events in the simulator and on the cluster, and holds every state there to the one here. */
export async function compare(manifests: Manifest[], events: ReleaseEvent[]): Promise<void> {
  await withRelease(manifests as KubernetesObject[], async (release) => {
    const both = new Comparison(release, manifests);
    await release.deploy();
    await both.agree();
    for (const [index, event] of events.entries()) {
      await both.play(event).catch((error: Error) => {
        throw new Error(`after ${JSON.stringify(events.slice(0, index + 1))} of ${JSON.stringify(manifests[0].spec)}: ${error.message}`);
      });
    }
  });
}

class Comparison {
  private readonly origin = Date.now();
  private readonly simulated: Simulated;
  private agreedAt = 0;

  public constructor(private readonly release: Release, manifests: Manifest[]) {
    this.simulated = new Simulated(manifests);
  }

  private get now(): number {
    return Date.now() - this.origin;
  }

  public async play(event: ReleaseEvent): Promise<void> {
    await this.quiet();
    if (this.simulated.isRaced(event)) {
      return;
    }
    const isDone = this.simulated.play(event);
    const played = play(this.release, this.simulated, event);
    await (isDone ? played : expect(played).rejects.toThrow());
    await this.agree();
  }

  /** Waits until the cluster is in the state of the simulator, and stays there. */
  public async agree(): Promise<void> {
    const end = this.now + LIMIT;
    for (;;) {
      await this.quiet();
      const { lines, next } = this.simulated;
      // At least one attempt after whatever happened last, and none while the next thing happens.
      const limit = Math.min(Math.max(end, this.now + MARGIN), next - MARGIN / 2) - this.now;
      const { state, reached } = await this.release.follow(
        (seen) => isDeepStrictEqual(describeState(seen), lines), limit, (seen) => this.simulated.view(seen),
      );
      if (reached) {
        return this.synchronize();
      }
      if (this.now >= end) {
        expect(describeState(state)).toEqual(lines);
      }
    }
  }

  /** Waits until nothing has happened by itself for a while, and nothing is about to. */
  private async quiet(): Promise<void> {
    for (;;) {
      this.simulated.elapseTo(this.now);
      const next = this.simulated.next - this.now;
      if (next > MARGIN) {
        return;
      }
      await sleep(next + MARGIN);
    }
  }

  /** What happened since the last time may have happened later on the cluster, where pods need time. */
  private async synchronize(): Promise<void> {
    const objects = await this.release.objects();
    this.expectRoutes(objects);
    const times = readTimes(objects, this.origin);
    this.simulated.adoptChance(times);
    const most = (this.now - this.agreedAt) / 1000 + ROUNDING;
    expect(differences(this.simulated.times, times, { least: -ROUNDING, most })).toEqual([]);
    this.simulated.adopt(times);
    this.agreedAt = this.now;
  }

  /** All that routes say, where the state has their weights alone, and those of named HTTP routes. */
  private expectRoutes({ virtualServices }: ReleaseObjects): void {
    const simulated = this.simulated.virtualServices;
    const real = virtualServices.filter(({ metadata }) => metadata.name in simulated);
    expect(Object.fromEntries(real.map(({ metadata, spec }) => [metadata.name, this.simulated.viewRoutes(spec)]))).toEqual(simulated);
  }
}

async function play(release: Release, simulated: Simulated, event: ReleaseEvent): Promise<void> {
  if (typeof event === 'object' && 'deploy' in event) {
    // The controller tells old from new by creation times in whole seconds.
    await sleep(1_100);
    return setTemplate(release, simulated.template);
  }
  if (typeof event === 'object' && 'analysis' in event) {
    return judge(release.namespace, event.analysis.name, event.analysis.phase);
  }
  if (typeof event === 'object' && 'wait' in event) {
    return sleep(seconds(event.wait) * 1000);
  }
  return release.play(event);
}

/** By a patch: if it were applied, what an undo has written would stay where the new template has it no more. */
async function setTemplate(release: Release, template: Manifest): Promise<void> {
  const { spec, ...rollout } = ofKind(release.manifests, 'Rollout');
  const [deployed] = runnable([{ ...rollout, spec: { ...spec, template } }]);
  const { kind, name } = spec.workloadRef ?? { kind: 'Rollout', name: rollout.metadata.name };
  const patch = JSON.stringify([{ op: 'replace', path: '/spec/template', value: deployed.spec.template }]);
  await kubectl(['patch', kind.toLowerCase(), name, '-n', release.namespace, '--type=json', '-p', patch]);
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
