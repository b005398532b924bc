import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { Block, blocksOf } from './markdown';
import { programOf, run, typeErrors } from './snippets';

const ROOT = join(__dirname, '..', '..');
const README = blocksOf(join(ROOT, 'README.md'));
const DOCS = ['README.md', ...readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)];

const goldenBlocks = README.filter(({ mark }) => mark?.startsWith('golden:'));
const exampleBlocks = README.filter(({ mark }) => mark?.startsWith('example:'));
const snippets = DOCS.flatMap((file) => blocksOf(join(ROOT, file))
  .filter(({ info }) => info.split(' ')[0] === 'ts')
  .map((block): [string, Block] => [`${file}:${block.line}`, block]));

describe('YAML in the README', () => {
  test.each(goldenBlocks.map((block): [string, Block] => [block.mark!, block]))('is what the example makes: %s', (mark, { code }) => {
    const [, file, object, path] = mark.split(' ');

    expect(parse(code)).toEqual(subtree(file, object, path));
  });

  test('is marked with its golden file, or as written by hand', () => {
    const unmarked = README.filter(({ info, mark }) => info === 'yaml' && !/^(golden: \S+ \S+ \S+|by hand)$/.test(mark ?? ''));

    expect(unmarked.map(({ line }) => line)).toEqual([]);
    expect(goldenBlocks.length).toBeGreaterThan(0);
  });
});

describe('programs in the README', () => {
  test.each(exampleBlocks.map((block): [string, Block] => [block.mark!.split(' ')[1], block]))('are the examples: %s', (name, { code }) => {
    expect(readFileSync(join(ROOT, 'examples', name, 'main.ts'), 'utf8')).toContain(`${code}\n`);
  });
});

describe('snippets', () => {
  const outdir = process.env.CDK8S_OUTDIR;
  const logged = jest.spyOn(console, 'log');

  beforeEach(() => {
    process.env.CDK8S_OUTDIR = mkdtempSync(join(tmpdir(), 'snippet-'));
    logged.mockImplementation(() => {});
  });

  afterEach(() => {
    rmSync(process.env.CDK8S_OUTDIR!, { recursive: true });
    if (outdir === undefined) {
      delete process.env.CDK8S_OUTDIR;
    } else {
      process.env.CDK8S_OUTDIR = outdir;
    }
  });

  test('have no type errors', () => {
    expect(typeErrors(new Map(snippets.map(([where, block]) => [where, programOf(block)])))).toEqual([]);
  });

  test.each(snippets.filter(([, { mark }]) => mark !== 'throws'))('synthesize: %s', (_where, block) => {
    expect(() => run(block)).not.toThrow();
  });

  test.each(snippets.filter(([, { mark }]) => mark === 'throws'))('fail with the text shown below them: %s', (where, block) => {
    const shown = blocksOf(join(ROOT, where.split(':')[0])).find(({ info, line }) => info === 'text' && line > block.line)!;

    expect(() => run(block)).toThrow(new Error(shown.code));
  });
});

function subtree(file: string, object: string, path: string): unknown {
  const text = readFileSync(join(ROOT, 'test', 'golden', `${file}.k8s.yaml`), 'utf8');
  const manifests = parseAllDocuments(text).map((document) => document.toJS());
  const manifest = manifests.find(({ kind, metadata }) => `${kind}/${metadata.name}` === object);
  return path.split('.').reduce((value, key) => value?.[key], manifest);
}
