import { isDeepStrictEqual } from 'node:util';
import { runnable } from './manifests';
import { Release } from './release';
import { KubernetesObject } from '../cluster/api';
import { kubectl } from '../cluster/kubectl';

/** Takes what the controller changes at run time out of an object. */
export type Ignore = (object: KubernetesObject) => void;

const HASH = 'rollouts-pod-template-hash';

/** The fields that the controller of a canary writes: weights of the named route, and the pods' hash. */
export const ignoreManagedFields: Ignore = (object) => {
  if (object.kind === 'VirtualService') {
    const routes = object.spec.http.filter((route: any) => route.name === 'backend-routes');
    routes.flatMap((route: any) => route.route).forEach((destination: any) => delete destination.weight);
  }
  if (object.kind === 'Service') {
    delete object.spec.selector?.[HASH];
  }
  if (object.kind === 'DestinationRule') {
    object.spec.subsets.forEach((subset: any) => delete subset.labels[HASH]);
  }
};

/** What an apply would change, by Argo CD's server-side diff: the API server's own dry run against what is live. */
export async function outOfSync(release: Release, ignore: Ignore = () => {}): Promise<KubernetesObject[]> {
  const flags = ['--server-side', '--force-conflicts', '--field-manager=gitops', '--dry-run=server', '-o', 'json'];
  const found: KubernetesObject[] = [];
  for (const object of runnable(release.manifests)) {
    const predicted = JSON.parse(await kubectl(['apply', ...flags, '-f', '-'], JSON.stringify(object)));
    const live = JSON.parse(await kubectl(['get', object.kind, object.metadata.name, '-n', release.namespace, '-o', 'json']));
    if (!isDeepStrictEqual(compared(predicted, ignore), compared(live, ignore))) {
      found.push(object);
    }
  }
  return found;
}

function compared(object: KubernetesObject, ignore: Ignore): unknown {
  ignore(object);
  const { managedFields, resourceVersion, generation, ...metadata } = object.metadata;
  return { ...object, metadata, status: undefined };
}
