import { execFileSync } from 'node:child_process';
import { KubernetesObject } from '../cluster/api';
import { crds, program } from '../cluster/build';

/** One reason for which real software refuses some objects. */
export interface Refusal {
  /** `api` for the CRD's schema, `spec` for Argo Rollouts, `istio` for Istio's webhook. */
  readonly judge: string;
  readonly object: string;
  readonly message: string;
}

/** What the API server, Argo Rollouts and Istio refuse of each set of objects, by their own code. */
export function refusals(sets: readonly KubernetesObject[][]): Refusal[][] {
  const input = sets.map((set) => JSON.stringify(set)).join('\n');
  const rollouts: Refusal[][] = ask('rollouts-judge', crds(), input);
  const istio: Array<Array<{ level: string; object: string; message: string }>> = ask('judge', ['--lines'], input);
  return sets.map((_, index) => [
    ...rollouts[index],
    ...istio[index].filter(({ level }) => level === 'Error').map(({ object, message }) => ({ judge: 'istio', object, message })),
  ]);
}

function ask(name: 'rollouts-judge' | 'judge', args: string[], input: string): any[] {
  const output = execFileSync(program(name), args, { input, encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'] });
  return output.trim().split('\n').map((line) => JSON.parse(line));
}
