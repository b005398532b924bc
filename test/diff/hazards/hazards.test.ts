import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HAZARDS } from '../../../src/diff/hazards';

const ROOT = join(__dirname, '../../..');
const FOLDER = join(ROOT, 'src/diff/hazards');

test('every file that holds a hazard is in the list, under its id', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && /: Hazard = /.test(readFileSync(join(FOLDER, file), 'utf8')));

  expect(files.map((file) => file.replace(/^.*[\\/]|\.ts$/g, '')).sort()).toEqual(HAZARDS.map(({ id }) => id).sort());
});

test('the documentation has every hazard as the code has it', () => {
  const rows = readFileSync(join(ROOT, 'docs/pull-requests.md'), 'utf8').split('\n').filter((line) => /^\| `[\w-]+` \| (error|warning|advice) /.test(line));

  expect(rows).toEqual(HAZARDS.map(({ id, severity, summary, why }) => `| \`${id}\` | ${severity} | ${summary} | ${why} |`));
});

test.each(HAZARDS.map((hazard) => [hazard.id, hazard] as const))('%s has a case in a table', (id) => {
  const tables = ['rollout', 'traffic', 'object'].map((name) => readFileSync(join(__dirname, `${name}.test.ts`), 'utf8')).join();

  expect(tables).toContain(`  ['${id}', `);
});

test('texts are in the style of the rules: lower case, no final period', () => {
  for (const { summary, why, remedy } of HAZARDS) {
    [summary, why, remedy].forEach((text) => expect(text).toMatch(/^([^A-Z]|Services ).*[^.]$/));
  }
});
