import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');
const BIN = join(ROOT, 'dist', 'e2e', 'bin');

/** The Go packages of the programs. Each project has a module of its own: their Kubernetes libraries differ. */
const PACKAGES = {
  'controlplane': ['controlplane', '.'],
  'rollouts-controller': ['controlplane', 'github.com/argoproj/argo-rollouts/cmd/rollouts-controller'],
  'kubectl-argo-rollouts': ['controlplane', 'github.com/argoproj/argo-rollouts/cmd/kubectl-argo-rollouts'],
  'kubectl': ['controlplane', 'k8s.io/kubernetes/cmd/kubectl'],
  'rollouts-judge': ['controlplane', './rollouts-judge'],
  'argocd-judge': ['argocd', './argocd-judge'],
  'judge': ['istio', './judge'],
  'decoder': ['input', './decoder'],
  'renderer': ['input', './renderer'],
  'pilot-discovery': ['istio', 'istio.io/istio/pilot/cmd/pilot-discovery'],
} as const;

export type Program = keyof typeof PACKAGES;

const moduleFolder = (name: string) => join(ROOT, 'e2e', name);

export const program = (name: Program): string => join(BIN, name);

/** Builds the programs from their Go modules. Go's own cache makes it quick the second time. */
export function build(programs: Program[]): void {
  mkdirSync(BIN, { recursive: true });
  for (const module of new Set(programs.map((name) => PACKAGES[name][0]))) {
    const packages = programs.map((name) => PACKAGES[name]).filter(([of]) => of === module).map(([, path]) => path);
    go(['build', '-ldflags=-s -w', '-o', `${BIN}/`, ...packages], module);
  }
}

function go(args: string[], module: string): string {
  try {
    return execFileSync('go', args, { cwd: moduleFolder(module), stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error('the e2e tests build their tools with Go, and there is no `go` on the PATH: install Go 1.26 or later');
    }
    throw error;
  }
}

/** The CustomResourceDefinitions of Argo Rollouts and Istio, as their modules carry them. */
export function releaseCrds(): string[] {
  return [
    join(moduleSource('github.com/argoproj/argo-rollouts', 'controlplane'), 'manifests', 'crds'),
    join(moduleSource('istio.io/api', 'controlplane'), 'kubernetes', 'customresourcedefinitions.gen.yaml'),
  ];
}

/** The same, and those of Argo CD. */
export function crds(): string[] {
  return [...releaseCrds(), join(moduleSource('github.com/argoproj/argo-cd/v3', 'argocd'), 'manifests', 'crds')];
}

function moduleSource(module: string, of: string): string {
  return go(['list', '-m', '-f', '{{.Dir}}', module], of).trim();
}
