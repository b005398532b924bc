import { execFileSync } from 'node:child_process';

/** Why no network of its own can be made here; undefined where it can. */
export function whySkipped(): string | undefined {
  if (process.platform !== 'linux') {
    return 'network namespaces are a thing of Linux';
  }
  if (process.getuid?.() !== 0) {
    return 'making a network namespace needs root';
  }
  if (process.env.KUBECONFIG && process.env.E2E_CONTROL_PLANE !== 'local') {
    return 'KUBECONFIG names a cluster, whose pods cannot be reached from a network of our own';
  }
  return ['ip', 'setpriv'].find((command) => !exists(command))?.replace(/.*/, 'there is no `$&` command');
}

function exists(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
