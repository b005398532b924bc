import * as fc from 'fast-check';
import { foretell } from './foretold';
import { Reach } from '../../src/forecast/release-forecast';
import { releases } from '../simulator/properties/arbitraries';
import { Manifest } from '../util/synth';

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 100) };

/** With a threshold a step may want more pods than it has, and then the controller waits for ever. */
const canEnd = ([{ spec }]: Manifest[]) => spec.strategy.canary?.replicaProgressThreshold === undefined;

test('every release is foretold to its healthy end on the new version', () => {
  fc.assert(fc.property(releases, (manifests) => {
    fc.pre(canEnd(manifests));
    const { moments } = foretell(manifests);
    const last = moments[moments.length - 1];

    expect(last.state.phase).toBe('Healthy');
    expect(last.waitsFor.kind).toBe('nothing');
    expect(last.state.revisions.find(({ roles }) => roles.includes('stable'))!.revision).toBe(2);
  }), RUNS);
});

test('a release that does not end says so', () => {
  fc.assert(fc.property(releases, (manifests) => {
    const { moments, notes } = foretell(manifests);

    expect(notes.some((note) => note.startsWith('it ends in the phase'))).toBe(moments[moments.length - 1].state.phase !== 'Healthy');
  }), RUNS);
});

test('the users are always all of them, unless a note says that no pod answers some', () => {
  fc.assert(fc.property(releases, (manifests) => {
    const { moments, notes } = foretell(manifests);
    const sums = moments.map(({ users }) => users.reduce((total, { percent }) => total + percent, 0));

    expect(Math.max(...sums)).toBeLessThan(100.5);
    expect(Math.min(...sums) > 99.5).toBe(!notes.some((note) => note.includes('no pod answers')));
  }), RUNS);
});

test('time never goes back, and what waits for time goes on by that much', () => {
  fc.assert(fc.property(releases, (manifests) => {
    const { moments } = foretell(manifests);
    moments.slice(1).forEach(({ time, cause }, index) => {
      expect(time).toBeGreaterThanOrEqual(moments[index].time);
      expect(cause.kind === 'time' ? time - moments[index].time : 0).toBe(cause.kind === 'time' ? cause.seconds : 0);
    });
  }), RUNS);
});

test('no moment has more pods than the peak', () => {
  fc.assert(fc.property(releases, (manifests) => {
    const { moments, peakPods } = foretell(manifests);
    const most = Math.max(...moments.map(({ state }) => state.revisions.reduce((sum, { replicas }) => sum + replicas, 0)));

    expect(most).toBeLessThanOrEqual(peakPods);
  }), RUNS);
});

test('whoever waits for a person is told how to go on and back', () => {
  fc.assert(fc.property(releases, (manifests) => {
    for (const { waitsFor, goOn, goBack } of foretell(manifests).moments) {
      expect(waitsFor.kind !== 'person' || (goOn !== undefined && goBack !== undefined)).toBe(true);
    }
  }), RUNS);
});

/** The part of an entry point's requests that each revision answers. */
function answeredAt({ targets }: Reach): Record<number, number> {
  const parts: Record<number, number> = {};
  targets.forEach(({ percent, revisions }) => revisions.forEach((share) => {
    parts[share.revision] = (parts[share.revision] ?? 0) + percent * share.percent / 100;
  }));
  return parts;
}

test('the users are where their entry point sends them, at every moment', () => {
  fc.assert(fc.property(releases, (manifests) => {
    const { entrances, moments } = foretell(manifests);
    fc.pre(entrances.some(({ audience }) => audience === 'users'));
    for (const { users, reach } of moments) {
      const answered = answeredAt(reach.find(({ entrance }) => entrance === 'app/main')!);
      users.forEach(({ revision, percent }) => expect(Math.abs((answered[revision] ?? 0) - percent)).toBeLessThan(0.5));
    }
  }), RUNS);
});
