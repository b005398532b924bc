import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { program, Program } from './build';

const exec = promisify(execFile);

/** Runs kubectl or its Argo Rollouts plugin against the cluster that KUBECONFIG names, and returns what it printed. */
async function run(name: Program, args: string[], input?: string): Promise<string> {
  const running = exec(program(name), args, { maxBuffer: 64 * 1024 * 1024 });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

export const kubectl = (args: string[], input?: string) => run('kubectl', args, input);

export const argoRollouts = (args: string[]) => run('kubectl-argo-rollouts', args);
