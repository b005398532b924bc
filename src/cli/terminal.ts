import { writeSync } from 'node:fs';
import { MisuseError } from './misuse';
import { writeFile } from './write-file';
import { printableText, withoutCommands } from '../report/printable';

/** Where the command line writes to. */
export class Terminal {
  /** What the process ends with. */
  public exitCode = 0;

  /** Whether standard output is read by a person who likes colours. */
  public get hasColour(): boolean {
    const { NO_COLOR, FORCE_COLOR } = process.env;
    return NO_COLOR ? false : FORCE_COLOR ? FORCE_COLOR !== '0' : process.stdout.isTTY === true;
  }

  /** The columns of the terminal, or what text is set to where there is none. */
  public get width(): number {
    return process.stdout.columns ?? 100;
  }

  /** Writes a result at once: to a file, which is there whole or not at all, or to standard output. */
  public write(text: string, file?: string): void {
    if (file !== undefined) {
      writeFile(file, text);
      return;
    }
    try {
      writeAll(1, text);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new MisuseError(`standard output cannot be written: ${code === 'ENOSPC' ? 'there is no space left' : message}`);
    }
  }

  /** Writes a message to standard error, in one line whatever it repeats. */
  public writeError(text: string): void {
    this.writeErrorLines(printableText(text));
  }

  /** Writes lines of our own to standard error. */
  public writeErrorLines(lines: string): void {
    try {
      writeAll(2, withoutCommands(`${lines}\n`));
    } catch {
      // There is nobody to tell; the exit code says it.
    }
  }
}

/** Pipes take what they can: the rest waits, and a reader that has gone wants no more. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') {
        return;
      }
      if (code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
