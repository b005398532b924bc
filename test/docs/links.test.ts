import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PAGES = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)];

const LINK = /\]\(([\w./-]+)(?:#[\w-]+)?\)|(?:src|srcset)="([\w./-]+)"/g;

test.each(PAGES)('%s names files that are there', (page) => {
  const named = [...readFileSync(join(ROOT, page), 'utf8').matchAll(LINK)].map(([, link, picture]) => link ?? picture);

  expect(named.filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([]);
});
