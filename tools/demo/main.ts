import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readPlans } from '../../src/plan/read-plan';
import { releaseText } from '../../src/report/release-text';
import { EXAMPLES, readAll, synthExample } from '../examples';

for (const example of EXAMPLES) {
  const outdir = join('dist', 'demo', example);
  rmSync(outdir, { recursive: true, force: true });
  const files = synthExample(example, outdir);
  const manifests = parseAllDocuments(readAll(files)).map((document) => document.toJS());
  console.log(`examples/${example} -> ${files.map((file) => relative('.', file)).join(', ')}`);
  for (const { kind, metadata } of manifests) {
    console.log(`  ${kind} ${metadata.name}`);
  }
  console.log();
  for (const plan of readPlans(manifests)) {
    console.log(`${releaseText(plan)}\n`);
  }
}
