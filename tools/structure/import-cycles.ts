import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';
import { sourcesIn } from './sources';

/** The groups of files of a folder that import each other in a circle, types included, which ESLint leaves out. */
export function importCycles(folder: string): string[][] {
  const files = sourcesIn(folder);
  const known = new Set(files);
  const imports = new Map(files.map((file) => [file, importsOf(file).filter((imported) => known.has(imported))]));
  return stronglyConnected(imports).map((group) => group.map((file) => relative(folder, file)).sort()).sort();
}

function importsOf(file: string): string[] {
  return preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .flatMap(({ fileName }) => [`${resolve(dirname(file), fileName)}.ts`, resolve(dirname(file), fileName, 'index.ts')]);
}

/** Groups of more than one file that all reach each other, by Tarjan's algorithm. */
function stronglyConnected(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const groups: string[][] = [];
  const visit = (file: string) => {
    order.set(file, order.size);
    low.set(file, order.get(file)!);
    open.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) {
        visit(next);
        low.set(file, Math.min(low.get(file)!, low.get(next)!));
      } else if (open.includes(next)) {
        low.set(file, Math.min(low.get(file)!, order.get(next)!));
      }
    }
    if (low.get(file) === order.get(file)) {
      groups.push(open.splice(open.indexOf(file)));
    }
  };
  [...imports.keys()].filter((file) => !order.has(file)).forEach(visit);
  return groups.filter((group) => group.length > 1);
}
