import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { forecastAll } from '../../src/forecast/forecast';
import { forecastText } from '../../src/report/forecast/forecast-text';
import { renderPage } from '../../src/report/page/page';
import { COLOUR, PLAIN } from '../../src/report/style';
import { EXAMPLES, readAll, synthExample } from '../examples';

const PAGE = join('dist', 'demo', 'plan.html');

const style = process.stdout.isTTY && !process.env.NO_COLOR ? COLOUR : PLAIN;
const width = process.stdout.columns ?? 110;

const releases = EXAMPLES.flatMap((example) => {
  const outdir = join('dist', 'demo', example);
  rmSync(outdir, { recursive: true, force: true });
  const files = synthExample(example, outdir);
  const manifests = parseAllDocuments(readAll(files)).map((document) => document.toJS());
  console.log(`examples/${example} -> ${files.map((file) => relative('.', file)).join(', ')}`);
  for (const { kind, metadata } of manifests) {
    console.log(`  ${kind} ${metadata.name}`);
  }
  console.log();
  const forecasts = forecastAll(manifests).map((forecast) => ({ ...forecast, file: outdir }));
  forecasts.forEach((forecast) => console.log(`${forecastText(forecast, style, width)}\n`));
  return forecasts;
});

writeFileSync(PAGE, renderPage({ title: 'What the next releases of the examples will do', releases }));
console.log(`the same as a page: ${PAGE}`);
