import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES, readAll, synthExample } from '../examples';

for (const example of EXAMPLES) {
  const outdir = mkdtempSync(join(tmpdir(), 'golden-'));
  const file = join('test', 'golden', `${example}.k8s.yaml`);
  writeFileSync(file, readAll(synthExample(example, outdir)));
  rmSync(outdir, { recursive: true });
  console.log(file);
}
