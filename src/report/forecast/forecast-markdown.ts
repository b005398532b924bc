import { forecastMermaid } from './mermaid';
import { isTimeToGoBack } from './moment-text';
import { causeText, factsText, fullName, podsText, reachText, sharesText, stepOf, strategyText, waitText } from './phrases';
import { isForecast } from '../../forecast/forecast';
import { Moment, ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { code, plain, shell, table } from '../markdown';

/** A release as a section of a comment on GitHub: facts, a chart, what happens in a table, and the commands. */
export function forecastMarkdown(forecast: ReleaseForecast | Unforeseeable): string {
  return isForecast(forecast)
    ? [
      `### ${code(fullName(forecast))} · ${plain(strategyText(forecast))}`,
      `${forecast.versions.map(({ revision, label }) => `**r${revision}** ${code(label)}`).join(' → ')} · ${plain(factsText(forecast))}`,
      forecastDetails(forecast),
    ].join('\n\n')
    : [`### ${code(fullName(forecast))}`, forecastDetails(forecast)].join('\n\n');
}

/** The same without the heading, below one that says the facts. */
export function forecastDetails(forecast: ReleaseForecast | Unforeseeable): string {
  if (!isForecast(forecast)) {
    return `❌ **cannot be foretold**: ${plain(forecast.problem)}`;
  }
  return [
    ...forecast.notes.map((note) => `> ${plain(note)}`),
    `\`\`\`mermaid\n${forecastMermaid(forecast)}\n\`\`\``,
    momentsTable(forecast),
    ...commands(forecast),
  ].join('\n\n');
}

function momentsTable({ moments, entrances }: ReleaseForecast): string {
  const steps = moments.some(({ step }) => step !== undefined);
  const ways = entrances.filter(({ audience }) => audience === 'testers');
  const head = ['', ...steps ? ['step'] : [], 'users', ...ways.map(({ hosts, match }) => code(`${hosts.join(', ')}${match === undefined ? '' : ` [${match}]`}`)), 'pods', 'waits for'];
  return table(head, moments.map((moment) => [
    plain(causeText(moment.cause)),
    ...steps ? [code(stepOf(moment) ?? '')] : [],
    sharesText(moment.users) || 'nobody answers',
    ...ways.map(({ id }) => testersText(moment, id)),
    plain(podsText(moment)),
    waitCell(moment),
  ]));
}

function testersText({ reach }: Moment, id: string): string {
  const found = reach.find(({ entrance }) => entrance === id);
  return found === undefined ? 'not there' : plain(reachText(found));
}

function waitCell({ waitsFor }: Moment): string {
  const text = plain(waitText(waitsFor) ?? '');
  return waitsFor.kind === 'person' ? `**${text}**` : text;
}

/** Each command once, with its first effect. */
function commands(forecast: ReleaseForecast): string[] {
  const told = forecast.moments.flatMap((moment, index) => [
    ...moment.goOn ? [[moment.goOn.command, `${stepOf(moment) ?? 'paused'}: ${moment.goOn.effect}`] as const] : [],
    ...isTimeToGoBack(forecast, index) ? [[moment.goBack!.command, moment.goBack!.effect] as const] : [],
  ]);
  const once = told.filter(([command, effect], index) => told.findIndex((other) => other[0] === command && other[1] === effect) === index);
  return once.length === 0 ? [] : [shell(once)];
}

/** All releases of a plan, behind a line that sums them up. */
export function forecastsMarkdown(forecasts: ReadonlyArray<ReleaseForecast | Unforeseeable>): string {
  const asked = forecasts.filter((forecast) => isForecast(forecast) && forecast.persons > 0).length;
  const count = `${forecasts.length} ${forecasts.length === 1 ? 'release' : 'releases'}`;
  const head = forecasts.length === 0 ? 'No Rollout among the manifests.' : `## ${count}, ${asked === 0 ? 'none waits for a person' : `${asked} of them wait${asked === 1 ? 's' : ''} for a person`}`;
  return [head, ...forecasts.map(forecastMarkdown)].join('\n\n');
}
