import { parseAllDocuments, stringify } from 'yaml';

/** A fleet as YAML: for each app a Rollout, two Services, a VirtualService and a DestinationRule, from the canary example. */
export function fleet(example: string, apps: number): string {
  const objects = parseAllDocuments(example).map((document) => document.toJS());
  const rule = (namespace: string) => ({
    apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'app', namespace }, spec: { host: 'app', trafficPolicy: { loadBalancer: { simple: 'LEAST_REQUEST' } } },
  });
  return Array.from({ length: apps }, (_, index) => {
    const namespace = `app-${index}`;
    const own = objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace } }));
    own.filter(({ kind }) => kind === 'VirtualService').forEach((object) => {
      object.spec = { ...object.spec, hosts: object.spec.hosts.map((host: string) => `${index}.${host}`) };
    });
    return [...own.slice(0, 4), rule(namespace)].map((object) => stringify(object)).join('---\n');
  }).join('---\n');
}
