import { at, given, namespaceOf, shown } from '../../../core/read';
import { readRelease } from '../../../model/release/read-release';
import { Environment, RolloutPair } from '../../environment';
import { Placed } from '../../pairing/side';
import { perEnvironment } from '../../per-environment';

/** The removed Rollout that an added one is under another name or in another namespace, as far as one can tell. */
export function predecessorOf({ old, now, environment }: RolloutPair): RolloutPair | undefined {
  return old || !now ? undefined : candidates(now, environment, 'removed').find((other) => isSuccessor(now, other.old!));
}

/** Whether a removed Rollout goes on under another name or in another namespace. */
export function hasSuccessor({ old, now, environment }: RolloutPair): boolean {
  return old !== undefined && !now && candidates(old, environment, 'added').some((other) => isSuccessor(other.now!, old));
}

const INDEXES = { removed: perEnvironment(({ removed }) => indexOf(removed)), added: perEnvironment(({ added }) => indexOf(added)) };

/** Those that have something in common with a Rollout. */
function candidates(placed: Placed, environment: Environment, among: keyof typeof INDEXES): RolloutPair[] {
  const index = INDEXES[among](environment);
  return keysOf(placed).flatMap((key) => index.get(key) ?? []);
}

function indexOf(pairs: readonly RolloutPair[]): Map<string, RolloutPair[]> {
  const index = new Map<string, RolloutPair[]>();
  for (const pair of pairs) {
    for (const key of keysOf((pair.now ?? pair.old)!)) {
      const same = index.get(key);
      same ? same.push(pair) : index.set(key, [pair]);
    }
  }
  return index;
}

function keysOf(placed: Placed): string[] {
  const { manifest, canonical } = placed;
  const services = new Set(servicesOf(placed).map((name) => `service ${name}`));
  const selector = at(canonical, 'spec', 'selector', 'matchLabels');
  return [`name ${shown(at(manifest, 'metadata', 'name'))}`, ...services, ...given(selector) ? [`selector ${JSON.stringify(selector)}`] : []];
}

function isSuccessor(now: Placed, old: Placed): boolean {
  if (namespaceOf(now.manifest) !== namespaceOf(old.manifest)) {
    return shown(at(now.manifest, 'metadata', 'name')) === shown(at(old.manifest, 'metadata', 'name'));
  }
  return sharedServices(now, old).length > 0 || sameSelector(now, old);
}

/** The Services that both name. */
export function sharedServices(now: Placed, old: Placed): string[] {
  const before = new Set(servicesOf(old));
  return [...new Set(servicesOf(now))].filter((name) => before.has(name));
}

const servicesOf = ({ manifest }: Placed) => readRelease(manifest).services.map(({ name }) => name);

function sameSelector(now: Placed, old: Placed): boolean {
  const [one, other] = [now, old].map(({ canonical }) => at(canonical, 'spec', 'selector', 'matchLabels'));
  return given(one) && JSON.stringify(one) === JSON.stringify(other);
}
