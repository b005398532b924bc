import { at, given, namespaceOf, shown } from '../../../core/read';
import { serviceFields } from '../../../validation/rollout-fields';
import { RolloutPair } from '../../cluster';
import { Placed } from '../../pairing/side';

/** The removed Rollout that an added one is under another name or in another namespace, as far as one can tell. */
export function predecessorOf({ old, now, cluster }: RolloutPair): RolloutPair | undefined {
  return old || !now ? undefined : cluster.removed.find((other) => isSuccessor(now, other.old!));
}

/** Whether a removed Rollout goes on under another name or in another namespace. */
export function hasSuccessor({ old, now, cluster }: RolloutPair): boolean {
  return now === undefined && cluster.added.some((other) => isSuccessor(other.now!, old!));
}

function isSuccessor(now: Placed, old: Placed): boolean {
  if (namespaceOf(now.manifest) !== namespaceOf(old.manifest)) {
    return shown(at(now.manifest, 'metadata', 'name')) === shown(at(old.manifest, 'metadata', 'name'));
  }
  return sharedServices(now, old).length > 0 || sameSelector(now, old);
}

/** The Services that both name. */
export function sharedServices(now: Placed, old: Placed): string[] {
  const before = new Set(serviceFields(old.manifest).map(({ value }) => value));
  return [...new Set(serviceFields(now.manifest).map(({ value }) => String(value)))].filter((name) => before.has(name));
}

function sameSelector(now: Placed, old: Placed): boolean {
  const [one, other] = [now, old].map(({ canonical }) => at(canonical, 'spec', 'selector', 'matchLabels'));
  return given(one) && JSON.stringify(one) === JSON.stringify(other);
}
