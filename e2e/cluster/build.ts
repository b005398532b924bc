import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');
const MODULE = join(ROOT, 'e2e', 'controlplane');
const BIN = join(ROOT, 'dist', 'e2e', 'bin');

const PACKAGES = {
  'controlplane': '.',
  'rollouts-controller': 'github.com/argoproj/argo-rollouts/cmd/rollouts-controller',
  'kubectl-argo-rollouts': 'github.com/argoproj/argo-rollouts/cmd/kubectl-argo-rollouts',
  'kubectl': 'k8s.io/kubernetes/cmd/kubectl',
};

export type Program = keyof typeof PACKAGES;

export const program = (name: Program): string => join(BIN, name);

/** Builds the programs from their Go modules. Go's own cache makes it quick the second time. */
export function build(programs: Program[]): void {
  mkdirSync(BIN, { recursive: true });
  try {
    execFileSync('go', ['build', '-ldflags=-s -w', '-o', `${BIN}/`, ...programs.map((name) => PACKAGES[name])], { cwd: MODULE, stdio: 'inherit' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error('the e2e tests build their tools with Go, and there is no `go` on the PATH: install Go 1.26 or later');
    }
    throw error;
  }
}

/** The CustomResourceDefinitions of Argo Rollouts and Istio, as their modules carry them. */
export function crds(): string[] {
  const folder = (module: string) => (
    execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', module], { cwd: MODULE, encoding: 'utf8' }).trim()
  );
  return [
    join(folder('github.com/argoproj/argo-rollouts'), 'manifests', 'crds'),
    join(folder('istio.io/api'), 'kubernetes', 'customresourcedefinitions.gen.yaml'),
  ];
}
