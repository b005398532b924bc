import { writeSync } from 'node:fs';
import { writeFile } from './write-file';
import { printableText } from '../report/printable';

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
    if (file === undefined) {
      writeAll(1, text);
      return;
    }
    writeFile(file, text);
  }

  /** Writes a message to standard error. */
  public writeError(text: string): void {
    writeAll(2, `${printableText(text)}\n`);
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
