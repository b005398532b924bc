import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undocumented } from './undocumented';

const problems = [
  ...undocumented(JSON.parse(readFileSync('.jsii', 'utf8'))),
  ...staleReference(),
];

problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length === 0 ? 0 : 1;

/** API.md is generated: one that differs from a fresh one describes another API. */
function staleReference(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  const fresh = join(folder, 'API.md');
  try {
    execFileSync('jsii-docgen', ['-o', fresh], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    return readFileSync(fresh, 'utf8') === readFileSync('API.md', 'utf8') ? [] : ['API.md is not current: run npx projen docgen'];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
