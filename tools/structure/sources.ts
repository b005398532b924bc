import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders with files that nobody writes by hand. */
const GENERATED = ['node_modules', 'crds'];

/** The TypeScript files below a folder. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return GENERATED.includes(entry.name) ? [] : sourcesIn(path);
    }
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}
