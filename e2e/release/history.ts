import { isDeepStrictEqual } from 'node:util';
import { PATHS } from './observe';
import { Api, KubernetesObject } from '../cluster/api';

/** Every value that a part of the objects of one kind had while something was going on, in order, without repeats. */
export async function history<T>(
  api: Api,
  path: string,
  read: (object: KubernetesObject) => T | undefined,
  during: () => Promise<unknown>,
): Promise<T[]> {
  const seen: T[] = [];
  const end = new AbortController();
  const watching = api.watch(path, (object, change) => {
    const value = change === 'DELETED' ? undefined : read(object);
    if (value !== undefined && !isDeepStrictEqual(value, seen[seen.length - 1])) {
      seen.push(value);
    }
  }, end.signal);
  try {
    // The watch begins with what there is; only then does the rest count as during.
    await untilSeen(seen);
    await during();
  } finally {
    end.abort();
    await watching;
  }
  return seen;
}

/** Every state of the weights of a route, as `stable/canary`. */
export function weightHistory(api: Api, namespace: string, during: () => Promise<unknown>): Promise<string[]> {
  const weights = (virtualService: KubernetesObject) => virtualService.metadata.name === 'app'
    ? virtualService.spec.http
      .find((route: any) => route.name === 'backend-routes').route
      .map((destination: any) => destination.weight ?? 0).join('/')
    : undefined;
  return history(api, PATHS.virtualServices(namespace), weights, during);
}

async function untilSeen(seen: unknown[]): Promise<void> {
  for (let tries = 0; seen.length === 0 && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
