import * as fc from 'fast-check';
import { serviceOf } from '../../test/simulator/releases';
import { Manifest } from '../../test/util/synth';

const NAMES = { stableService: 'stable', canaryService: 'canary' };

/** Releases of which canaries without a router may have Services, one or both. */
export function served(releases: fc.Arbitrary<Manifest[]>): fc.Arbitrary<Manifest[]> {
  const fields = fc.subarray(Object.keys(NAMES) as Array<keyof typeof NAMES>);
  return fc.tuple(releases, fields).map(([[rollout, ...others], chosen]) => {
    const { canary } = rollout.spec.strategy;
    if (!canary || canary.trafficRouting) {
      return [rollout, ...others];
    }
    const strategy = { canary: { ...canary, ...Object.fromEntries(chosen.map((field) => [field, NAMES[field]])) } };
    return [{ ...rollout, spec: { ...rollout.spec, strategy } }, ...others, ...chosen.map((field) => serviceOf(NAMES[field]))];
  });
}
