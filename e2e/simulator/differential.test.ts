import * as fc from 'fast-check';
import { sequences } from './timeless';
import { describeState } from '../../src/simulator/describe-state';
import { ReleaseEvent } from '../../src/simulator/events';
import { readState } from '../../src/simulator/read-state';
import { start } from '../../src/simulator/start/start';
import { transition } from '../../src/simulator/transition';
import { KubernetesObject } from '../cluster/api';
import { ofKind, withImage } from '../release/manifests';
import { Release } from '../release/release';
import { withRelease } from '../scenarios/scenario';

const COUNT = Number(process.env.E2E_SEQUENCES ?? 4);
const SEED = Number(process.env.E2E_SEED ?? 1);

const sampled = fc.sample(sequences, { numRuns: COUNT, seed: SEED });

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

test.concurrent.each(sampled.map((sequence, index) => [index, ...sequence] as const))(
  `random release %i of seed ${SEED} goes in the simulator as on the cluster`,
  async (_, manifests, events) => {
    const { release: simulated, state } = start(manifests);
    let current = state;
    await withRelease(manifests as KubernetesObject[], async (release) => {
      await release.deploy();
      await release.expect(describeState(readState(simulated, current)));
      const played: ReleaseEvent[] = [];
      for (const event of events) {
        played.push(event);
        let refused = false;
        try {
          current = transition(simulated, current, event);
        } catch {
          refused = true;
        }
        const act = play(release, event);
        await (refused ? expect(act).rejects.toThrow() : act);
        try {
          await release.expect(describeState(readState(simulated, current)));
        } catch (error) {
          throw new Error(`after ${JSON.stringify(played)} of ${JSON.stringify(manifests[0].spec)}: ${(error as Error).message}`);
        }
      }
    });
  },
  1_800_000,
);
