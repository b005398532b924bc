import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, script } from './child';
import { startEnvoy } from './envoy';
import { Istiod } from './istiod';
import { Network } from './network';
import { kubectl } from '../../cluster/kubectl';

const POD_PORT = 5000;
export const GATEWAY_PORT = 80;

const SET_UP = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } },
  {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'ingressgateway', namespace: 'istio-system' },
    spec: {
      selector: { istio: 'ingressgateway' },
      servers: [{ port: { name: 'http', number: GATEWAY_PORT, protocol: 'HTTP' }, hosts: ['*'] }],
    },
  },
  // Istio's own build of Envoy has this filter, others do not.
  {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'EnvoyFilter',
    metadata: { name: 'other-envoy', namespace: 'istio-system' },
    spec: {
      configPatches: [{
        applyTo: 'HTTP_FILTER',
        match: {
          context: 'GATEWAY',
          listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name: 'istio.alpn' } } } },
        },
        patch: { operation: 'REMOVE' },
      }],
    },
  },
];

/** A data plane beside the control plane: istiod, an ingress gateway, and servers for all pods. */
export class Mesh {
  public static async start(env: Record<string, string> = {}): Promise<Mesh> {
    const dir = mkdtempSync(join(tmpdir(), 'cdk8s-rollouts-mesh-'));
    const network = Network.create();
    const mesh = new Mesh(dir, network);
    try {
      await kubectl(['apply', '-f', '-'], SET_UP.map((object) => JSON.stringify(object)).join('\n---\n'));
      const istiod = await Istiod.start(dir, env);
      mesh.parts.push(istiod);
      mesh.parts.push(Child.start(network.inside(script('pods.ts', String(POD_PORT))), { log: join(dir, 'pods.log') }));
      mesh.parts.push(startEnvoy(dir, network, istiod));
    } catch (error) {
      await mesh.stop();
      throw error;
    }
    return mesh;
  }

  private readonly parts: Array<{ stop(): Promise<void> }> = [];

  private constructor(private readonly dir: string, public readonly network: Network) {}

  public async stop(): Promise<void> {
    for (const part of this.parts.reverse()) {
      await part.stop();
    }
    this.network.remove();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
