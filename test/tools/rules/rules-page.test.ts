import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES, TOPICS } from '../../../src/validation/rules';
import { rulesPage } from '../../../tools/rules/rules-page';

test('docs/rules.md is that of the rules: else run npm run rules', () => {
  expect(readFileSync(join(__dirname, '../../../docs/rules.md'), 'utf8')).toBe(rulesPage());
});

test('each rule has a heading of its own, and each topic a title', () => {
  const page = rulesPage();

  expect(RULES.filter(({ id }) => !page.includes(`\n### ${id}\n`)).map(({ id }) => id)).toEqual([]);
  expect(Object.keys(TOPICS).length).toBe((page.match(/^## /gm) ?? []).length - 3);
});
