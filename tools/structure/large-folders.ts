import { dirname, relative } from 'node:path';
import { sourcesIn } from './sources';

/** How many files a folder has at most; with more it is split. */
export const MOST_FILES = 12;

/** The folders with more files than that, each with their number. */
export function largeFolders(folder: string): string[] {
  const counts = new Map<string, number>();
  sourcesIn(folder).map((file) => relative(folder, dirname(file))).forEach((of) => counts.set(of, (counts.get(of) ?? 0) + 1));
  return [...counts].filter(([, count]) => count > MOST_FILES).map(([of, count]) => `${of || '.'}: ${count} files`).sort();
}
