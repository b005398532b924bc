import { writeFileSync } from 'node:fs';
import { createConnection, createServer, Server } from 'node:net';
import { join } from 'node:path';
import { Child, freePort, until } from './child';
import { program } from '../../cluster/build';

/** The real istiod, for the cluster that KUBECONFIG names. Proxies reach it by a socket in the file system, from any network. */
export class Istiod {
  public static async start(dir: string, env: Record<string, string> = {}): Promise<Istiod> {
    const [http, grpc, monitoring] = [await freePort(), await freePort(), await freePort()];
    const meshConfig = join(dir, 'mesh.yaml');
    writeFileSync(meshConfig, 'enableAutoMtls: false\n');
    const child = Child.start([
      program('pilot-discovery'), 'discovery', '--registries', 'Kubernetes', '--kubeconfig', process.env.KUBECONFIG!,
      '--httpAddr', `127.0.0.1:${http}`, '--grpcAddr', `127.0.0.1:${grpc}`, '--monitoringAddr', `127.0.0.1:${monitoring}`,
      '--secureGRPCAddr', '', '--httpsAddr', '', '--ctrlz_port', '0', '--meshConfig', meshConfig,
    ], {
      log: join(dir, 'istiod.log'),
      env: {
        PILOT_ENABLE_METADATA_EXCHANGE: 'false',
        ENABLE_CA_SERVER: 'false',
        PILOT_CERT_PROVIDER: 'none',
        INJECTION_WEBHOOK_CONFIG_NAME: '',
        VALIDATION_WEBHOOK_CONFIG_NAME: '',
        ...env,
      },
    });
    const socket = join(dir, 'xds.sock');
    const relay = await forward(socket, grpc);
    const istiod = new Istiod(child, relay, socket);
    try {
      await until('istiod', 60, async () => (await fetch(`http://127.0.0.1:${http}/ready`)).ok);
    } catch (error) {
      await istiod.stop();
      throw error;
    }
    return istiod;
  }

  private constructor(private readonly child: Child, private readonly relay: Server, public readonly socket: string) {}

  public async stop(): Promise<void> {
    this.relay.close();
    await this.child.stop();
  }
}

async function forward(socket: string, port: number): Promise<Server> {
  const server = createServer((near) => {
    const far = createConnection(port, '127.0.0.1');
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return server;
}
