import { Canary } from '../../../../model/release/release';

/** The pods that a canary by pods may have too many. */
export function maxSurge(canary: Canary, replicas: number): number {
  return fenceposts(canary, replicas).surge;
}

/** The pods that may be missing. */
export function maxUnavailable(canary: Canary, replicas: number): number {
  return replicas === 0 ? 0 : Math.min(fenceposts(canary, replicas).unavailable, replicas);
}

/** Both zero would leave no way to go on. */
function fenceposts(canary: Canary, replicas: number): { readonly surge: number; readonly unavailable: number } {
  const surge = podsOf(canary.maxSurge, replicas, Math.ceil);
  const unavailable = podsOf(canary.maxUnavailable, replicas, Math.floor);
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

const DEFAULT_SHARE = '25%';

/** A text is a percentage, with or without the sign. */
function podsOf(value: number | string = DEFAULT_SHARE, replicas: number, round: (value: number) => number): number {
  return typeof value === 'number' ? value : round(parseInt(value, 10) * replicas / 100);
}
