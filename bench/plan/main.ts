/**
 * How long a plan takes beside linting the same YAML in the same process. Arguments: the number of apps (5 objects each), and how
 * often each is measured.
 */
import { readFileSync } from 'node:fs';
import { lintInput } from '../../lib/src/cli/lint-input';
import { forecastAll } from '../../lib/src/forecast/forecast';
import { environmentsOf } from '../../lib/src/input/environments';
import { readManifests } from '../../lib/src/input/read-manifests';
import { forecastsJson } from '../../lib/src/report/forecast/forecast-json';
import { forecastsMarkdown } from '../../lib/src/report/forecast/forecast-markdown';
import { forecastsText } from '../../lib/src/report/forecast/forecast-text';
import { renderPage } from '../../lib/src/report/page/page';
import { PLAIN } from '../../lib/src/report/style';
import { fleet } from '../lint/fleet';
import { median, timed } from '../measure';

const [apps = '1000', rounds = '3'] = process.argv.slice(2);
const text = fleet(readFileSync('test/golden/canary.k8s.yaml', 'utf8'), Number(apps));

const read = () => readManifests([{ file: 'fleet.yaml', text }]);
const lint = () => lintInput(read(), {}).length;
const plan = () => environmentsOf(read()).flatMap((manifests) => forecastAll(manifests));

const FORMATS: Record<string, () => string> = {
  text: () => forecastsText(plan(), PLAIN, 100),
  json: () => forecastsJson(plan()),
  markdown: () => forecastsMarkdown(plan()),
  html: () => renderPage({ title: 'fleet', releases: plan() }),
};

console.log(`${plan().length} releases, ${(text.length / 2 ** 20).toFixed(1)} MiB, ${lint()} findings`);
for (const [format, write] of Object.entries(FORMATS)) {
  const times = Array.from({ length: Number(rounds) }, () => ({ lint: timed(lint), plan: timed(write) }));
  const ratio = median(times.map((time) => time.plan / time.lint));
  const [of, own] = [median(times.map((time) => time.lint)), median(times.map((time) => time.plan))];
  console.log(`${format.padEnd(9)} lint ${of.toFixed(0)} ms, plan ${own.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (target 3)`);
}
