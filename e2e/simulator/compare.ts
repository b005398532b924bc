import { describeState } from '../../src/simulator/describe-state';
import { ReleaseEvent } from '../../src/simulator/events';
import { readState } from '../../src/simulator/read-state';
import { start } from '../../src/simulator/start/start';
import { transition } from '../../src/simulator/transition';
import { Manifest } from '../../test/util/synth';
import { KubernetesObject } from '../cluster/api';
import { ofKind, withImage } from '../release/manifests';
import { Release } from '../release/release';
import { withRelease } from '../scenarios/scenario';

/** Plays events in the simulator and on the cluster, and holds every state there to the one here. */
export async function compare(manifests: Manifest[], events: ReleaseEvent[]): Promise<void> {
  const { release: simulated, state } = start(manifests);
  let current = state;
  const lines = () => describeState(readState(simulated, current));
  await withRelease(manifests as KubernetesObject[], async (release) => {
    await release.deploy();
    await release.expect(lines());
    for (const [index, event] of events.entries()) {
      const next = tryTransition(simulated, current, event);
      current = next ?? current;
      await (next ? play(release, event) : expect(play(release, event)).rejects.toThrow());
      await release.expect(lines()).catch((error: Error) => {
        throw new Error(`after ${JSON.stringify(events.slice(0, index + 1))} of ${JSON.stringify(manifests[0].spec)}: ${error.message}`);
      });
    }
  });
}

/** Nothing where kubectl would refuse. */
function tryTransition(...args: Parameters<typeof transition>): ReturnType<typeof transition> | undefined {
  try {
    return transition(...args);
  } catch {
    return undefined;
  }
}

/** Git has the number of pods too, or the next commit would take it back. */
async function play(release: Release, event: ReleaseEvent): Promise<void> {
  const isObject = typeof event === 'object';
  if (isObject && 'deploy' in event) {
    return commit(release, withImage(release.manifests, event.deploy.image!));
  }
  if (isObject && 'scale' in event) {
    const manifests = release.manifests;
    ofKind(manifests, 'Rollout').spec.replicas = event.scale;
    return commit(release, manifests);
  }
  return release.play(event as Parameters<Release['play']>[0]);
}

/** After an undo the cluster is behind Git, so the same commit again changes it. */
async function commit(release: Release, manifests: KubernetesObject[]): Promise<void> {
  // The controller tells old from new by creation times in whole seconds.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  if (JSON.stringify(manifests) !== JSON.stringify(release.manifests)) {
    await release.commit(manifests);
  }
  await release.apply([ofKind(manifests, 'Rollout')]);
}
