/**
 * How long linting takes beside parsing the same YAML alone, by the same library in the same process. Arguments: the number of
 * apps (5 objects each), and how often each is measured.
 */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { fleet } from './fleet';
import { lintInput } from '../../lib/src/cli/lint-input';
import { readManifests } from '../../lib/src/input/read-manifests';
import { median, timed } from '../measure';

const [apps = '1000', rounds = '5'] = process.argv.slice(2);
const text = fleet(readFileSync('test/golden/canary.k8s.yaml', 'utf8'), Number(apps));

const parse = () => parseAllDocuments(text).map((document) => (document as { toJS(): unknown }).toJS()).length;
const lint = () => {
  const input = readManifests([{ file: 'fleet.yaml', text }]);
  return [input.manifests.length, lintInput(input, {}).length];
};

const [objects, findings] = lint();
parse();
const times = Array.from({ length: Number(rounds) }, () => ({ parse: timed(parse), lint: timed(lint) }));
const ratios = times.map((time) => time.lint / time.parse);
console.log(`${objects} objects, ${(text.length / 2 ** 20).toFixed(1)} MiB, ${findings} findings`);
console.log(`parse ${median(times.map((time) => time.parse)).toFixed(0)} ms, lint ${median(times.map((time) => time.lint)).toFixed(0)} ms, ratio ${median(ratios).toFixed(2)} (target 1.5)`);
