import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** Where constructors and factories check what they are given. */
const FOLDERS = ['src/core', 'src/exposure', 'src/rollout', 'src/traffic', 'src/entry', 'src/gitops'];

/** One parsed file of the library. */
export interface ErrorSource {
  /** The path from the root of the repository, with `/`. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** Reads the sources whose errors are listed, in the order of their paths. */
export function errorSources(): ErrorSource[] {
  const files = FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(ROOT, folder, name)));
  return files.sort().map((file) => {
    const path = relative(ROOT, file).split(sep).join('/');
    return { path, tree: ts.createSourceFile(path, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true) };
  });
}

/** Calls back for a node and all nodes within it. */
export function visit(node: ts.Node, callback: (node: ts.Node) => void): void {
  callback(node);
  node.forEachChild((child) => visit(child, callback));
}
