import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, Stats, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MisuseError } from './misuse';

/** Writes a file, and the folders above it: it is there whole, or not at all. */
export function writeFile(file: string, text: string): void {
  if (file === '') {
    throw new MisuseError('--output: is empty; name a file');
  }
  const stats = attempt(file, () => statSync(file, { throwIfNoEntry: false }));
  if (stats?.isDirectory() || file.endsWith('/')) {
    throw new MisuseError(`--output ${file}: is a folder; name a file`);
  }
  // Devices, pipes and descriptors of this process are written to: a rename would put a file in their place.
  const inPlace = descriptorOf(file) ?? (stats && !stats.isFile() ? file : undefined);
  attempt(file, () => inPlace === undefined ? writeWhole(file, text, stats) : writeFileSync(inPlace, text, { flag: 'r+' }));
}

/** What is open already goes on where it is: opened anew, a file would be written from its beginning. */
function descriptorOf(file: string): number | undefined {
  const [, name] = /^\/(?:dev\/fd|proc\/self\/fd|dev)\/(\d+|stdout|stderr)$/.exec(file) ?? [];
  return name === undefined ? undefined : name === 'stdout' ? 1 : name === 'stderr' ? 2 : Number(name);
}

/** A new file of a name that nobody can foresee, with the mode of the one that it replaces; a link stays, and leads to the new one. */
function writeWhole(file: string, text: string, before: Stats | undefined): void {
  const target = before ? realpathSync(file) : file;
  mkdirSync(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(8).toString('hex')}.tmp`);
  // Exclusive: it follows no link that somebody has put there.
  const descriptor = openSync(temporary, 'wx', before ? 0o600 : 0o666);
  try {
    try {
      writeFileSync(descriptor, text);
      before && fchmodSync(descriptor, before.mode % 0o10000);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const REASONS: Record<string, string> = {
  ENOTDIR: 'a file stands where its folder would be; name a file in a folder',
  EEXIST: 'a file stands where its folder would be; name a file in a folder',
  EACCES: 'may not be written; name a file in a folder that you may write to',
  EPERM: 'may not be written; name a file in a folder that you may write to',
  EROFS: 'may not be written; name a file in a folder that you may write to',
  ENOSPC: 'there is no space left; name a file on another disk',
  ENAMETOOLONG: 'is too long a name; take a shorter one',
};

function attempt<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new MisuseError(`--output ${file}: ${REASONS[code] ?? `cannot be written, ${message}; name another file`}`);
  }
}
