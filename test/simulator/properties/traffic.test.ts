import * as fc from 'fast-check';
import { events, releases, routedReleases } from './arbitraries';
import { mainWeights, playAll, Played } from './played';
import { blueGreenIn, canaryIn } from '../../../src/model/release/release';
import { ReleaseEvent } from '../../../src/simulator/events';
import { Manifest } from '../../util/synth';

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 200) };

test('the weights of every weighted route are shares of 100', () => {
  fc.assert(fc.property(routedReleases, events, (manifests, all) => {
    for (const { seen } of playAll(manifests, all)) {
      const weights = Object.values(mainWeights(seen));
      expect(weights.every((weight) => weight >= 0 && weight <= 100)).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    }
  }), RUNS);
});

test('each event leads to a state in which nothing more happens', () => {
  fc.assert(fc.property(releases, events, (manifests, all) => {
    const played = playAll(manifests, all);

    expect(played).toHaveLength(all.length + 1);
  }), RUNS);
});

/** The revisions to which users are led. */
function reached({ release, seen }: Played): number[] {
  if (blueGreenIn(release)) {
    return [seen.services.active!];
  }
  if (!canaryIn(release)!.isRouted) {
    return [];
  }
  const weights = Object.entries(mainWeights(seen)).filter(([, weight]) => weight > 0);
  return weights.flatMap(([name]) => seen.services[name] ?? []);
}

/**
 * Where the controller itself takes the pods away: with `pingPong` and `dynamicStableScale` a third version gets the Service of the
 * second one at once, and its users, while stable pods are still missing; and a paused canary release that is scaled and then goes
 * back to the stable version gives the stable ReplicaSet the size of the canary.
 */
function isSafe([{ spec: { strategy } }]: Manifest[], all: ReleaseEvent[]): boolean {
  const { canary } = strategy;
  const scalesPaused = all.includes('pause') && all.some((event) => typeof event === 'object' && 'scale' in event);
  return !canary || (!(canary.pingPong && canary.dynamicStableScale) && !scalesPaused);
}

test('users are never led to a revision without ready pods', () => {
  fc.assert(fc.property(releases, events, (manifests, all) => {
    fc.pre(isSafe(manifests, all));
    for (const played of playAll(manifests, all)) {
      const empty = played.seen.revisions.filter(({ ready }) => ready === 0).map(({ revision }) => revision);
      expect(reached(played).filter((revision) => empty.includes(revision))).toEqual([]);
    }
  }), RUNS);
});
