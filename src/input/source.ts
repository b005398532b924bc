import { closeSync, fstatSync, openSync, readdirSync, readSync, Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from './yaml/decode';

/** A text and what it is called in messages. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** A path that cannot be read: the user's mistake, not a finding. */
export class UnreadablePathError extends Error {}

/** A name may hold bytes that are no text; then the path stays bytes. */
type Path = string | Buffer;

const MANIFEST = /\.(ya?ml|json)$/i;

/** The largest file that is read; a Kubernetes object has 1.5 MB at most. */
const LARGEST = 256 * 2 ** 20;
const PIECE = 2 ** 16;

/** The text of one file, whatever it is called; `-` is standard input. */
export function readSource(path: string): Source {
  return path === '-' ? { file: '<stdin>', text: attempt('standard input', () => readText(0)) } : textOf(path);
}

/** The files behind paths: a file whatever its name, of a folder all YAML and JSON files at any depth, `-` standard input. */
export function* readSources(paths: readonly string[]): Generator<Source> {
  for (const path of paths) {
    if (path === '-' || !attempt(path, () => statSync(path)).isDirectory()) {
      yield readSource(path);
    } else {
      yield* readFolder(path, new Set());
    }
  }
}

function* readFolder(folder: Path, seen: Set<string>): Generator<Source> {
  // A link may lead back to a folder above it.
  const { dev, ino } = attempt(folder, () => statSync(folder));
  const id = `${dev}:${ino}`;
  if (seen.has(id)) {
    return;
  }
  seen.add(id);
  for (const [name, child] of entriesOf(folder)) {
    const stats = MANIFEST.test(name) ? attempt(child, () => statSync(child)) : statsIfAny(child);
    if (stats?.isDirectory()) {
      // Hidden folders, and packages, hold no manifests of ours.
      yield* name.startsWith('.') || name === 'node_modules' ? [] : readFolder(child, seen);
    } else if (MANIFEST.test(name)) {
      // A device or a pipe may never end.
      if (!stats?.isFile()) {
        throw new UnreadablePathError(`${child}: is not a regular file; remove it from the folder, or name the files to read`);
      }
      yield textOf(child);
    }
  }
}

function entriesOf(folder: Path): Array<[name: string, path: Path]> {
  return attempt(folder, () => readdirSync(folder, { encoding: 'buffer' })).sort(Buffer.compare).map((bytes): [string, Path] => {
    const name = bytes.toString();
    const isText = typeof folder === 'string' && Buffer.from(name).equals(bytes);
    return [name, isText ? join(folder, name) : Buffer.concat([Buffer.from(folder), Buffer.from('/'), bytes])];
  });
}

/** Of what is no manifest by its name, nothing matters but whether it is a folder. */
function statsIfAny(path: Path): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function textOf(path: Path): Source {
  return attempt(path, () => {
    const descriptor = openSync(path, 'r');
    try {
      return { file: String(path), text: readText(descriptor) };
    } finally {
      closeSync(descriptor);
    }
  });
}

function readText(descriptor: number): string {
  const { size } = fstatSync(descriptor);
  const pieces: Buffer[] = [];
  for (let total = 0; total <= LARGEST;) {
    const piece = Buffer.allocUnsafe(size > LARGEST ? PIECE : Math.max(PIECE, size - total + 1));
    const read = readPiece(descriptor, piece);
    if (read === 0) {
      return decodeText(Buffer.concat(pieces));
    }
    pieces.push(piece.subarray(0, read));
    total += read;
  }
  throw new Error(`is larger than ${LARGEST / 2 ** 20} MiB`);
}

/** Standard input may have nothing yet. */
function readPiece(descriptor: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') {
        return 0;
      }
      if (code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'may not be read',
  EISDIR: 'is a folder, not a file',
};

function attempt<T>(path: Path, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UnreadablePathError(`${path}: ${REASONS[code] ?? message}`);
  }
}
