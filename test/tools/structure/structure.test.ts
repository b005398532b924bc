import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCycles } from '../../../tools/structure/import-cycles';
import { largeFolders, MOST_FILES } from '../../../tools/structure/large-folders';

const ROOT = join(__dirname, '../../..');


test('no files of the package import each other in a circle, by types either', () => {
  expect(importCycles(join(ROOT, 'src'))).toEqual([]);
});

test('no folder is too large', () => {
  const found = ['src', 'test', 'tools', 'bench', 'examples', 'e2e'].flatMap((folder) => largeFolders(join(ROOT, folder)).map((line) => `${folder} ${line}`));

  expect(found).toEqual([]);
});

describe('the checks', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'structure-'));
    mkdirSync(join(folder, 'sub'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

  test('fail when files import each other, by types alone too', () => {
    write('a.ts', "import { b } from './sub/b';");
    write('sub/b.ts', "import type { C } from '../c';");
    write('c.ts', "export * from './a';");
    write('d.ts', "import './a';");

    expect(importCycles(folder)).toEqual([['a.ts', 'c.ts', 'sub/b.ts']]);
  });

  test('fail when a folder has one file too many', () => {
    Array.from({ length: MOST_FILES + 1 }, (_, index) => write(`sub/${index}.ts`, ''));

    expect(largeFolders(folder)).toEqual([`sub: ${MOST_FILES + 1} files`]);
  });
});
