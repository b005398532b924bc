import { plansInDoubt } from './concern';
import { DOUBT, fieldName, objectWords, releaseWords, summaryText } from './phrases';
import { StepChange, stepChanges } from './step-changes';
import { imagesOf, valuesOf } from './values';
import { FieldChange, ManifestDiff, ObjectDiff, RolloutDiff } from '../../diff/manifest-diff';
import { isForecast } from '../../forecast/forecast';
import { Finding } from '../../validation/finding';
import { lines, paragraph } from '../forecast/columns';
import { forecastText } from '../forecast/forecast-text';
import { fullName } from '../forecast/phrases';
import { printable, withoutCommands } from '../printable';
import { MARKS } from '../severity-marks';
import { Style } from '../style';

/** What merging does, for a terminal: hazards, what is behind each release with its plan, and what changes at once. */
export function diffText(diff: ManifestDiff, style: Style, width: number): string {
  const shown = printable(diff);
  const { rollouts, objects, hazards } = shown;
  const inDoubt = plansInDoubt(shown);
  const blocks = [
    [style.bold(summaryText(diff))],
    ...hazards.map((hazard) => hazardLines(hazard, style, width)),
    ...rollouts.map((rollout) => rolloutLines(rollout, style, width, inDoubt.has(rollout))),
    ...objects.length > 0 ? [[style.bold('other objects'), ...objects.flatMap((object) => objectLines(object, style, width))]] : [],
  ];
  return withoutCommands(`${blocks.map((block) => block.join('\n')).join('\n\n')}\n`);
}

function hazardLines(finding: Finding, style: Style, width: number): string[] {
  const { severity, kind, path, message, remedy, rule, file, ignoredBecause } = finding;
  const [icon, colour] = MARKS[severity];
  const mark = ignoredBecause === undefined ? style[colour](`${icon} ${severity}`) : style.dim(`○ ignored ${severity}`);
  const object = style.bold(`${kind} ${fullName(finding)}`);
  return [
    ...lines('', '  ', [mark, object, path, message, style.dim([rule, file].filter(Boolean).join('  '))].filter(Boolean).join('  '), width),
    ...paragraph(style.dim(ignoredBecause === undefined ? remedy : `because ${ignoredBecause}`), '  ', width),
  ];
}

function rolloutLines(rollout: RolloutDiff, style: Style, width: number, isInDoubt: boolean): string[] {
  const { why, images, atOnce, plan, other, deployment, forecast } = rollout;
  const head = [style.bold(`Rollout ${fullName(rollout)}`), releaseWords(rollout), style.dim(deployment ?? '')].filter(Boolean).join('  ');
  const parts = ([['why', why], ['at once', atOnce], ['plan', plan], ['other', other]] as const).filter(([, fields]) => fields.length > 0);
  return [
    ...lines('', '  ', head, width),
    ...images.flatMap((image) => paragraph(`${image.container}  ${fromTo(imagesOf(image), style)}`, '  ', width)),
    ...parts.flatMap(([title, fields], index) => {
      const isLast = index === parts.length - 1;
      return [
        style.dim(isLast ? '└─ ' : '├─ ') + title,
        ...fields.flatMap((field) => fieldLines(field, style, width, style.dim(isLast ? '      ' : '│     '))),
      ];
    }),
    ...forecast && isForecast(forecast) && isInDoubt ? ['', ...paragraph(style.yellow(DOUBT), '  ', width)] : [],
    ...forecast ? ['', ...forecastText(forecast, style, Math.max(40, width - 2)).split('\n').map((line) => `  ${line}`.trimEnd())] : [],
  ];
}

function objectLines(object: ObjectDiff, style: Style, width: number): string[] {
  const { kind, change, fields, deployment } = object;
  const head = [`${kind} ${fullName(object)}`, change === 'changed' ? '' : change, style.dim(deployment ?? '')].filter(Boolean).join('  ');
  const effect = change === 'changed' ? objectWords(object) : '';
  return [
    ...lines('  ', '    ', head, width),
    ...fields.flatMap((field) => fieldLines(field, style, width, '    ')),
    ...effect === '' ? [] : paragraph(style.dim(effect), '    ', width),
  ];
}

function fieldLines(field: FieldChange, style: Style, width: number, indent: string): string[] {
  const steps = stepChanges(field);
  const what = field.secret ? style.dim('secret') : steps ? '' : fromTo(valuesOf(field), style);
  const mark = { added: '+', removed: '-', changed: '~', moved: '⇅' }[field.change];
  return [
    ...lines(`${indent}${mark} `, `${indent}  `, `${fieldName(field)}  ${what}`, width),
    ...(steps ?? []).flatMap((step) => stepLines(step, style, width, `${indent}  `)),
    ...field.effect === undefined ? [] : paragraph(style.dim(field.effect), `${indent}  `, width),
  ];
}

/** `~ 2  setWeight 25 → 30`: what the step does is said once. */
function stepLines({ number, from, to }: StepChange, style: Style, width: number, indent: string): string[] {
  const mark = from === undefined ? '+' : to === undefined ? '-' : '~';
  const action = from?.slice(0, from.indexOf(' ') + 1) ?? '';
  const short = to !== undefined && to.startsWith(action) ? to.slice(action.length) : to;
  return lines(`${indent}${mark} `, `${indent}  `, `step ${number}  ${fromTo({ from, to: short }, style)}`, width);
}

function fromTo({ from, to }: { readonly from?: string; readonly to?: string }, style: Style): string {
  return from === undefined || to === undefined ? to ?? style.dim(from ?? '') : `${style.dim(from)} → ${to}`;
}
