/**
 * Builds the bindings of the library, runs the examples in each language, and holds what they write to the bytes that
 * TypeScript writes. Arguments: the languages, all of them by default.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { go } from './go';
import { java } from './java';
import { Language } from './language';
import { python } from './python';
import { isInstalled } from './shell';
import { packLibrary, ROOT, WORK } from './workspace';
import { readAll, SCENARIOS, synthExample } from '../examples';

const LANGUAGES: Language[] = [python, go, java];

function main(names: string[]): boolean {
  const unknown = names.filter((name) => !LANGUAGES.some((language) => language.name === name));
  if (unknown.length > 0) {
    console.error(`unknown language ${unknown.join(', ')}; there are ${LANGUAGES.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  mkdirSync(WORK, { recursive: true });
  const wanted = withTemporaryFolder((folder) => (
    new Map(SCENARIOS.map((example) => [example, readAll(synthExample(example, join(folder, example)))]))
  ));
  packLibrary();
  const chosen = LANGUAGES.filter(({ name }) => names.length === 0 || names.includes(name));
  return chosen.map((language) => check(language, wanted, names.length > 0 || Boolean(process.env.CI))).every(Boolean);
}

/** @param required whether a language that is not installed is a failure */
function check(language: Language, wanted: Map<string, string>, required: boolean): boolean {
  const missing = Object.entries(language.needs).filter(([, command]) => !isInstalled(command)).map(([what]) => what);
  if (missing.length > 0) {
    console.log(`${language.name}: ${required ? 'FAILED' : 'SKIPPED'}, there is no ${missing.join(', no ')}`);
    return !required;
  }
  const start = Date.now();
  const built = language.build();
  console.log(`${language.name}: built ${relative(ROOT, built.artefact)} in ${seconds(start)}`);
  return [...wanted].map(([example, text]) => {
    const begin = Date.now();
    const same = withTemporaryFolder((folder) => {
      built.synth(example, folder);
      return readFileSync(join(folder, 'app.k8s.yaml'), 'utf8') === text;
    });
    console.log(`  ${example}: ${same ? 'the same bytes as TypeScript' : 'DIFFERS from TypeScript'}, ${seconds(begin)}`);
    return same;
  }).every(Boolean);
}

function withTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-rollouts-bindings-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

try {
  process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
