import { ControlPlane } from './cluster/control-plane';

export default async function teardown(): Promise<void> {
  await ((globalThis as any).controlPlane as ControlPlane | undefined)?.stop();
}
