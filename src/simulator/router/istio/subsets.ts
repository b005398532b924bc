import { destinationRuleTarget } from '../../../model/routing/istio/targets';
import { dynamicRollback } from '../../controller/canary/traffic-weight';
import { Pass, PassFailed } from '../../controller/pass';
import { isAvailable } from '../../model/replica-sets';
import { same } from '../../model/same';
import { Hash, WeightDestination } from '../../model/status';

/** Points the subsets at the two versions. Subsets that are neither go. */
export function updateHash(pass: Pass, canaryHash: Hash, stableHash: Hash, additional: readonly WeightDestination[]): void {
  const rule = destinationRuleTarget(pass.release);
  if (mustWait(pass, canaryHash, stableHash)) {
    throw new PassFailed('delaying destination rule switch');
  }
  const before = pass.next.subsets;
  if (!rule || !before) {
    return;
  }
  const known = before.subsets.flatMap(({ name }) => {
    const hash = name === rule.canarySubset ? canaryHash : name === rule.stableSubset ? stableHash : undefined;
    return hash !== undefined || additional.some(({ serviceName }) => serviceName === name) ? [{ name, hash: hash ?? 0 }] : [];
  });
  const added = additional.filter(({ serviceName }) => !known.some(({ name }) => name === serviceName));
  const subsets = [...known, ...added.map(({ serviceName, hash }) => ({ name: serviceName, hash }))];
  if (!same(subsets, before.subsets)) {
    pass.next = { ...pass.next, subsets: { ...before, subsets } };
  }
}

/** By subset alone nothing holds requests back from pods that are not there, so the whole pass waits for them. */
function mustWait(pass: Pass, canaryHash: Hash, stableHash: Hash): boolean {
  const { canary, status, allRSs } = pass;
  if (canary.canaryService || canary.stableService) {
    return false;
  }
  const goesBack = status.abort || dynamicRollback(pass) !== undefined;
  const isWaitedFor = (hash: Hash) => (hash === stableHash || hash === canaryHash) && !(goesBack && hash === canaryHash);
  return allRSs.some((set) => set.replicas > 0 && isWaitedFor(set.hash) && !isAvailable(set));
}
