import { hostCanary } from '../simulator/releases';
import { Manifest } from '../util/synth';

export const API = 'gateway.networking.k8s.io/v1';
export const PLUGIN = 'argoproj-labs/gatewayAPI';

/** A route with one rule, behind the Gateway `gateways/edge`. */
export function route(name: string, backends: Array<string | Manifest>, fields: Manifest = {}, kind = 'HTTPRoute'): Manifest {
  const { match, filters, ...spec } = fields;
  const backendRefs = backends.map((backend) => typeof backend === 'string' ? { name: backend, port: 80 } : backend);
  return {
    apiVersion: API,
    kind,
    metadata: { name, ...fields.labels && { labels: fields.labels } },
    spec: {
      parentRefs: [{ name: 'edge', namespace: 'gateways' }],
      hostnames: ['app.test'],
      rules: [{ ...match && { matches: [match] }, ...filters && { filters }, backendRefs }],
      ...spec,
    },
  };
}

/** A canary whose weights the plugin of the Gateway API writes. */
export function pluginCanary(config: Manifest): Manifest[] {
  const routing = { istio: undefined, plugins: { [PLUGIN]: config } };
  const canary = hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }], trafficRouting: routing });
  return JSON.parse(JSON.stringify(canary)).filter(({ kind }: Manifest) => kind !== 'VirtualService');
}
