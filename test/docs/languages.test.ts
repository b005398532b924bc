import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from './markdown';

const ROOT = join(__dirname, '..', '..');
const blocks = blocksOf(join(ROOT, 'docs', 'languages.md')).filter(({ info }) => info !== 'text');

describe('the programs of docs/languages.md', () => {
  test('are all held to a file', () => {
    expect(blocks.map(({ mark }) => mark)).toEqual(blocks.map(() => expect.stringMatching(/^file: /)));
  });

  test.each(blocks.map(({ mark, code }) => [mark!.slice('file: '.length), code]))('are what is built and run: %s', (file, code) => {
    expect(`${code}\n`).toBe(readFileSync(join(ROOT, file), 'utf8'));
  });
});
