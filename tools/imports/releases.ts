import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ImportedKind, KINDS } from './kinds';

const RELEASE = /\/v?\d+\.\d+\.\d+\//;

/** The addresses of the CRDs, as cdk8s.yaml names them for `npx cdk8s import`. */
export function releases(): string[] {
  const urls: string[] = parse(readFileSync('cdk8s.yaml', 'utf8')).imports;
  const problems = disagreements(urls, KINDS);
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return urls;
}

/** Where cdk8s.yaml and our kinds differ: `npx cdk8s import` would then make other classes than `npm run imports`. */
export function disagreements(urls: string[], kinds: ImportedKind[]): string[] {
  const fileOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
  return [
    ...kinds.filter(({ file }) => urls.filter((url) => fileOf(url) === file).length !== 1)
      .map(({ crd, file }) => `${crd}: imports in cdk8s.yaml must name ${file} once`),
    ...urls.filter((url) => !kinds.some(({ file }) => fileOf(url) === file))
      .map((url) => `${url}: no kind in tools/imports/kinds.ts comes from this file`),
    ...urls.filter((url) => !RELEASE.test(url))
      .map((url) => `${url}: names no release, so that it may change at any time`),
  ];
}
