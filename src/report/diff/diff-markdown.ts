import { plansInDoubt } from './concern';
import { fieldTable } from './markdown-fields';
import { ICONS, imagesText, overview } from './markdown-overview';
import { DOUBT, MARKER, objectWords, releaseWords, summaryText } from './phrases';
import { FieldChange, ManifestDiff, ObjectDiff, RolloutDiff } from '../../diff/manifest-diff';
import { isForecast } from '../../forecast/forecast';
import { Finding } from '../../validation/finding';
import { fit, Section } from '../fit';
import { forecastDetails } from '../forecast/forecast-markdown';
import { factsText, fullName, strategyText } from '../forecast/phrases';
import { code, folded, plain, table } from '../markdown';
import { printable } from '../printable';

/** More rows than that are for another format. */
const MOST_ROWS = 50;

/** Up to how many plans are not folded. */
const FEW = 2;

/** What merging does, as one comment on a pull request. */
export function diffMarkdown(found: ManifestDiff): string {
  const diff = printable(found);
  const { rollouts, objects, hazards } = diff;
  const started = rollouts.filter(({ forecast }) => forecast).length;
  const inDoubt = plansInDoubt(diff);
  return `${fit('diff', [
    { what: 'the summary', first: true, long: `${MARKER}\n## ${summaryText(diff)}` },
    ...overview(diff),
    ...hazards.length > 0 ? [hazardSection(hazards)] : [],
    ...rollouts.map((rollout) => rolloutSection(rollout, started <= FEW, inDoubt.has(rollout))),
    ...objects.length > 0 ? objectSections(objects) : [],
  ])}\n`;
}

function hazardSection(hazards: readonly Finding[]): Section {
  const rows = (shown: readonly Finding[]) => shown.map((finding) => {
    const { severity, kind, path, message, remedy, rule, file, ignoredBecause } = finding;
    const mark = ignoredBecause === undefined ? `${ICONS[severity]} ${severity}` : 'ignored';
    const where = [`${plain(kind)} ${code(fullName(finding))}`, ...path === '' ? [] : [code(path)], ...file === undefined ? [] : [plain(file)]].join('<br>');
    const cure = ignoredBecause === undefined ? plain(remedy) : `because ${plain(ignoredBecause)}`;
    return [mark, where, `${plain(message)} <sub>${plain(rule)}</sub>`, cure];
  });
  const head = ['', 'object', 'hazard', 'what to do'];
  const more = hazards.length > MOST_ROWS ? `\n\n… and ${hazards.length - MOST_ROWS} more` : '';
  return {
    what: 'hazards',
    first: true,
    long: table(head, rows(hazards.slice(0, MOST_ROWS))) + more,
    short: `${table(head, rows(hazards.slice(0, 5)))}${hazards.length > 5 ? `\n\n… and ${hazards.length - 5} more` : ''}`,
  };
}

function rolloutSection(rollout: RolloutDiff, isOpen: boolean, isInDoubt: boolean): Section {
  const { why, atOnce, plan, other, forecast, deployment } = rollout;
  const from = deployment === undefined ? '' : ` · ${plain(deployment)}`;
  const head = `### ${code(fullName(rollout))}${from}\n${rollout.release === 'starts' ? '🚀 ' : ''}${plain(releaseWords(rollout))}`;
  const versions = imagesText(rollout);
  const part = (title: string, fields: readonly FieldChange[]) => fields.length === 0 ? [] : [`**${title}**\n\n${fieldTable(fields)}`];
  const facts = forecast && isForecast(forecast) ? `The plan: ${strategyText(forecast)}, ${factsText(forecast)}` : 'The plan';
  const short = [head, ...versions.length > 0 ? [versions.join('<br>')] : []];
  const changes = [...part('At once', atOnce), ...part('Changes of the plan', plan)];
  const details = [
    ...why.length > 0 ? [folded(`Why: ${why.length} ${why.length === 1 ? 'field' : 'fields'}`, fieldTable(why))] : [],
    ...other.length > 0 ? [folded(`Other fields: ${other.length}`, fieldTable(other))] : [],
    ...forecast && isForecast(forecast) && isInDoubt ? [`> ${DOUBT}`] : [],
    ...forecast ? [folded(facts, forecastDetails(forecast), isOpen)] : [],
  ];
  return { what: fullName(rollout), isName: true, short: short.join('\n\n'), long: [...short, ...changes, ...details].join('\n\n') };
}

function objectSections(objects: readonly ObjectDiff[]): Section[] {
  const nameOf = (object: ObjectDiff) => `${plain(object.kind)} ${code(fullName(object))}${object.deployment === undefined ? '' : `<br>${plain(object.deployment)}`}`;
  const rows = objects.slice(0, MOST_ROWS).map((object) => [nameOf(object), object.change, plain(objectWords(object))]);
  const more = objects.length > MOST_ROWS ? `\n\n… and ${objects.length - MOST_ROWS} more` : '';
  const changed = objects.slice(0, MOST_ROWS).filter(({ fields }) => fields.length > 0);
  const details = changed.map((object) => `${nameOf(object).replace('<br>', ' · ')}\n\n${fieldTable(object.fields)}`).join('\n\n');
  return [
    { what: 'other objects', first: true, long: `### At once, when applied\n\n${table(['object', '', 'effect'], rows)}${more}` },
    ...changed.length > 0 ? [{ what: 'fields of other objects', long: folded('Their fields', details), short: '' }] : [],
  ];
}
