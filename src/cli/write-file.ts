import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MisuseError } from './misuse';

/** Writes a file, and the folders above it: it is there whole, or not at all. */
export function writeFile(file: string, text: string): void {
  const kind = kindOf(file);
  if (file === '') {
    throw new MisuseError('--output: is empty; name a file');
  }
  if (kind === 'folder' || file.endsWith('/')) {
    throw new MisuseError(`--output ${file}: is a folder; name a file`);
  }
  // Devices and pipes are written to: a rename would put a file in their place.
  attempt(file, () => kind === 'other' ? writeFileSync(file, text) : writeWhole(file, text));
}

function kindOf(file: string): 'nothing' | 'folder' | 'file' | 'other' {
  const stats = attempt(file, () => statSync(file, { throwIfNoEntry: false }));
  return stats === undefined ? 'nothing' : stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
}

function writeWhole(file: string, text: string): void {
  const temporary = join(dirname(file), `.${process.pid}.tmp`);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
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
