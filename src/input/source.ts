import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text and what it is called in messages. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** A path that cannot be read: the user's mistake, not a finding. */
export class UnreadablePathError extends Error {}

const MANIFEST = /\.(ya?ml|json)$/i;

/** The largest file that is read; a Kubernetes object has 1.5 MB at most. */
const LARGEST = 256 * 2 ** 20;

/** The text of one file, whatever it is called; `-` is standard input. */
export function readSource(path: string): Source {
  return path === '-' ? { file: '<stdin>', text: readText(0, 'standard input') } : { file: path, text: readText(path, path) };
}

/** The files behind paths: a file whatever its name, of a folder all YAML and JSON files at any depth, `-` standard input. */
export function* readSources(paths: readonly string[]): Generator<Source> {
  for (const path of paths) {
    yield* path === '-' ? [readSource(path)] : readPath(path, new Set());
  }
}

function* readPath(path: string, seen: Set<string>): Generator<Source> {
  const stats = statOf(path);
  if (!stats.isDirectory()) {
    if (stats.size > LARGEST) {
      throw new UnreadablePathError(`${path}: is larger than ${LARGEST / 2 ** 20} MiB`);
    }
    yield readSource(path);
    return;
  }
  // A link may lead back to a folder above it.
  const id = `${stats.dev}:${stats.ino}`;
  if (seen.has(id)) {
    return;
  }
  seen.add(id);
  for (const entry of entriesOf(path)) {
    const child = join(path, entry);
    if (MANIFEST.test(entry) || statOf(child).isDirectory()) {
      yield* readPath(child, seen);
    }
  }
}

/** Hidden folders, and packages, hold no manifests of ours. */
function entriesOf(folder: string): string[] {
  return attempt(folder, () => readdirSync(folder)).filter((entry) => !entry.startsWith('.') && entry !== 'node_modules').sort();
}

function statOf(path: string) {
  return attempt(path, () => statSync(path));
}

function readText(path: string | number, name: string): string {
  return attempt(name, () => readFileSync(path, 'utf8'));
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'may not be read',
  EISDIR: 'is a folder, not a file',
};

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UnreadablePathError(`${path}: ${REASONS[code] ?? message}`);
  }
}
