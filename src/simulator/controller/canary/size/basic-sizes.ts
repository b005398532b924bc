import { canaryTarget } from './desired-weight';
import { maxSurge, maxUnavailable } from './limits';
import { available, size, sumOf } from '../../../model/replica-sets';
import { ReplicaSet } from '../../../model/state';
import { Pass } from '../../pass';

/** The sizes of the two ReplicaSets. */
export interface Sizes {
  readonly canary: number;
  readonly stable: number;
}

/** The next sizes where the share of the pods is the share of the users: never too many pods, never too few. */
export function basicSizes(pass: Pass): Sizes {
  const { newRS, stableRS, otherRSs, replicas, canary: strategy } = pass;
  const stable = stableRS === newRS ? undefined : stableRS;
  const most = replicas + maxSurge(strategy, replicas);
  const target = stable
    ? approximate(replicas, canaryTarget(pass).weight, strategy.maxTrafficWeight, maxSurge(strategy, replicas))
    : { canary: replicas, stable: 0 };
  const raised = raise(newRS, stable, target, most - sumOf([newRS, ...stable ? [stable] : [], ...otherRSs], size));
  if (sumOf(otherRSs, size) > 0) {
    return raised;
  }
  const least = replicas - maxUnavailable(strategy, replicas);
  const increases = target.canary >= newRS.replicas;
  const surplus = countable(newRS, !increases) + (stableRS ? countable(stableRS, increases) : 0) - least;
  if (surplus <= 0) {
    return raised;
  }
  if (!increases) {
    const canary = lower(newRS, target.canary, surplus, raised.canary);
    const [drained, grown] = withinLimits([newRS, canary], [stableRS, raised.stable], most, least);
    return { canary: drained, stable: grown };
  }
  if (!stable) {
    return raised;
  }
  const [drained, grown] = withinLimits([stable, lower(stable, target.stable, surplus, raised.stable)], [newRS, raised.canary], most, least);
  return { canary: grown, stable: drained };
}

/** Scales up, the stable ReplicaSet first. */
function raise(newRS: ReplicaSet, stable: ReplicaSet | undefined, target: Sizes, room: number): Sizes {
  const grow = (now: number, wanted: number, free: number) => now < wanted && free > 0 ? Math.min(wanted, now + free) : now;
  const stableSize = stable ? grow(stable.replicas, target.stable, room) : 0;
  const left = room - (stable ? stableSize - stable.replicas : 0);
  return { canary: grow(newRS.replicas, target.canary, left), stable: stableSize };
}

/** The pods that count as being there; pods that are about to go do not. */
function countable(set: ReplicaSet, ignoresAvailability: boolean): number {
  return set.replicas < available(set) || ignoresAvailability ? set.replicas : available(set);
}

function lower(set: ReplicaSet, wanted: number, surplus: number, otherwise: number): number {
  return set.replicas > wanted ? Math.max(wanted, set.replicas - surplus) : otherwise;
}

type Sized = [set: ReplicaSet | undefined, size: number];

/** Trims two sizes to the pods that may be too many, without losing pods that must not be missing. */
function withinLimits([drained, drainedSize]: Sized, [adjusted, adjustedSize]: Sized, most: number, least: number): [number, number] {
  if (!adjusted) {
    return [drainedSize, adjustedSize];
  }
  const trimmed = adjustedSize - Math.max(0, adjustedSize + drainedSize - most);
  const there = (drained ? Math.min(available(drained), drainedSize) : 0) + Math.min(available(adjusted), trimmed);
  const spare = Math.max(0, available(adjusted) - trimmed);
  const final = trimmed + Math.min(spare, Math.max(0, least - there));
  return [drainedSize - Math.max(0, final + drainedSize - most), final];
}

/** The pods whose share comes next to the weight; with a surge, one more pod may make it closer. */
export function approximate(replicas: number, weight: number, max: number, surge: number): Sizes {
  if (replicas === 0) {
    return { canary: 0, stable: 0 };
  }
  const ceiling = Math.ceil(replicas * weight / max);
  const floor = Math.floor(replicas * weight / max);
  const zeroAllowed = weight === max || weight === 0 || (replicas === 1 && surge === 0);
  const isTied = (total: number) => (total * (weight / max)) % 1 === 0.5;
  const floorAllowed = (total: number) => !isTied(total) && (floor !== 0 || zeroAllowed);
  const options = [
    ...ceiling < replicas || zeroAllowed ? [[ceiling, replicas]] : [],
    ...floorAllowed(replicas) ? [[floor, replicas]] : [],
    ...surge > 0 ? [[ceiling, replicas + 1]] : [],
    ...surge > 0 && floorAllowed(replicas + 1) ? [[floor, replicas + 1]] : [],
  ];
  const distance = ([canary, total]: number[]) => Math.abs(canary * max / total - weight);
  const [canary, total] = options.reduce((best, option) => distance(option) < distance(best) ? option : best, options[0] ?? [0, replicas]);
  return { canary, stable: total - canary };
}
