import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './shell';

export const ROOT = resolve(__dirname, '..', '..');
export const WORK = join(ROOT, 'dist', 'bindings');

type Target = 'python' | 'java' | 'go';

/** Packs the library as for publishing, and unpacks it again: the bindings are made of what users get. */
export function packLibrary(): void {
  const packed = join(WORK, 'npm');
  rmSync(packed, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  run(ROOT, ['npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', packed]);
  const [tarball] = readdirSync(packed);
  run(packed, ['tar', '-xzf', tarball]);
}

/** The binding of the library: its code, or the built package where `codeOnly` is not set. */
export function generateLibrary(target: Target, codeOnly: boolean): string {
  const out = join(WORK, 'library');
  rmSync(join(out, target), { recursive: true, force: true });
  generate(target, join(WORK, 'npm', 'package'), out, codeOnly);
  return join(out, target);
}

/** The code of the binding of a dependency, generated once for each of its versions. */
export function generateDependency(target: Target, name: string): string {
  const project = join(ROOT, 'node_modules', name);
  const out = join(WORK, 'dependencies', `${name}@${JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).version}`);
  if (!existsSync(join(out, target))) {
    generate(target, project, out, true);
  }
  return join(out, target);
}

/** A copy of the examples of a language, to build in. */
export function copyExamples(target: Target): string {
  const folder = join(WORK, `${target}-examples`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, 'examples', target), folder, { recursive: true });
  return folder;
}

function generate(target: Target, project: string, out: string, codeOnly: boolean): void {
  mkdirSync(out, { recursive: true });
  const pacmak = join(ROOT, 'node_modules', '.bin', 'jsii-pacmak');
  run(ROOT, [pacmak, '--targets', target, '--no-npmignore', ...codeOnly ? ['--code-only'] : [], '--outdir', out, project]);
}
