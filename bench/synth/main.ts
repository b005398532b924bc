import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadTime, median } from './load-time';
import { Measurement } from './measure';
import { Layout, Subject } from './subjects';

interface Row {
  readonly apps: number;
  readonly layout: Layout;
  readonly oursMs: number;
  readonly releaseAppMs: number;
  readonly rawMs: number;
  readonly ratio: number;
  readonly releaseAppRatio: number;
  readonly oursPeakMb: number;
  readonly rawPeakMb: number;
}

const FLEETS: Array<{ apps: number; layout: Layout; repetitions: number }> = [
  { apps: 1, layout: 'one chart', repetitions: 5 },
  { apps: 10, layout: 'one chart', repetitions: 5 },
  { apps: 100, layout: 'one chart', repetitions: 5 },
  { apps: 1_000, layout: 'one chart', repetitions: 3 },
  { apps: 5_000, layout: 'one chart', repetitions: 1 },
  { apps: 100, layout: 'chart each', repetitions: 5 },
  { apps: 400, layout: 'chart each', repetitions: 3 },
  { apps: 1_000, layout: 'chart each', repetitions: 1 },
];

function main(): void {
  const { values } = parseArgs({ options: { json: { type: 'string' }, most: { type: 'string', default: '5000' } } });
  const rows = FLEETS.filter(({ apps }) => apps <= Number(values.most)).map(compare);
  const summary = { loadMs: round(loadTime(11)), growth: growth(rows), rows };
  console.table(rows);
  console.log(`loading the package on top of cdk8s-plus-28: ${summary.loadMs} ms`);
  if (summary.growth) {
    console.log(`5 times the apps (1,000 to 5,000) take ${summary.growth.ours} times as long; raw ApiObjects ${summary.growth.raw} times`);
  }
  console.log(JSON.stringify(summary));
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify(summary, undefined, 2)}\n`);
  }
}

/** Each measurement has a process of its own; the subjects take turns, so that a slow minute hits all. */
function compare({ apps, layout, repetitions }: typeof FLEETS[number]): Row {
  const ours: Measurement[] = [];
  const releaseApp: Measurement[] = [];
  const raw: Measurement[] = [];
  for (let index = 0; index < repetitions; index++) {
    ours.push(inChild('ours', layout, apps));
    releaseApp.push(inChild('release app', layout, apps));
    raw.push(inChild('raw', layout, apps));
  }
  if (new Set([...ours, ...releaseApp, ...raw].map(({ digest }) => digest)).size !== 1) {
    throw new Error(`the subjects wrote different manifests for ${apps} apps, ${layout}`);
  }
  const [oursMs, releaseAppMs, rawMs] = [ours, releaseApp, raw].map((runs) => median(runs.map(({ milliseconds }) => milliseconds)));
  return {
    apps,
    layout,
    oursMs: round(oursMs),
    releaseAppMs: round(releaseAppMs),
    rawMs: round(rawMs),
    ratio: round(oursMs / rawMs, 2),
    releaseAppRatio: round(releaseAppMs / rawMs, 2),
    oursPeakMb: round(Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes))),
    rawPeakMb: round(Math.max(...raw.map(({ peakMegabytes }) => peakMegabytes))),
  };
}

function inChild(subject: Subject, layout: Layout, apps: number): Measurement {
  const args = [join(__dirname, 'child.js'), subject, layout, String(apps)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1_000_000 }));
}

function growth(rows: Row[]) {
  const at = (apps: number) => rows.find((row) => row.apps === apps && row.layout === 'one chart');
  const [small, large] = [at(1_000), at(5_000)];
  return small && large && { ours: round(large.oursMs / small.oursMs, 2), raw: round(large.rawMs / small.rawMs, 2) };
}

function round(value: number, digits: number = 0): number {
  return Number(value.toFixed(digits));
}

main();
