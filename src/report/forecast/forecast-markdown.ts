import { forecastMermaid } from './mermaid';
import { isTimeToGoBack } from './moment-text';
import { causeText, factsText, fullName, podsText, reachText, stepOf, strategyText, usersText, waitText } from './phrases';
import { isForecast } from '../../forecast/forecast';
import { Moment, ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { fit, Section } from '../fit';
import { code, plain, shell, table } from '../markdown';
import { printable } from '../printable';

/** A release as a section of a comment on GitHub: facts, a chart, what happens in a table, and the commands. */
function section(forecast: ReleaseForecast | Unforeseeable): Section {
  const name = fullName(forecast);
  const head = isForecast(forecast) ? [
    `### ${code(name)} · ${plain(strategyText(forecast))}`,
    `${forecast.versions.map(({ revision, label }) => `**r${revision}** ${code(label)}`).join(' → ')} · ${plain(factsText(forecast))}`,
  ] : [`### ${code(name)}`];
  return { what: name, isName: true, short: head.join('\n\n'), long: [...head, forecastDetails(forecast)].join('\n\n') };
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
    usersText(moment),
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

/** Those that go on, then those that go back, each to be copied on its own, with what it does. */
function commands(forecast: ReleaseForecast): string[] {
  const on = forecast.moments.flatMap((moment) => (
    moment.goOn ? [[moment.goOn.command, `at ${stepOf(moment) ?? 'the pause'}, ${moment.goOn.effect}`] as const] : []
  ));
  const back = forecast.moments.flatMap(({ goBack }, index) => (
    goBack && isTimeToGoBack(forecast, index) ? [[goBack.command, goBack.effect] as const] : []
  ));
  const told = [...on, ...back];
  const once = told.filter(([command, effect], index) => told.findIndex((other) => other[0] === command && other[1] === effect) === index);
  return once.flatMap(([command, effect]) => [`${plain(effect)}:`, shell(command)]);
}

/** All releases of a plan, behind a line that sums them up. */
export function forecastsMarkdown(found: ReadonlyArray<ReleaseForecast | Unforeseeable>): string {
  const forecasts = printable(found);
  const asked = forecasts.filter((forecast) => isForecast(forecast) && forecast.persons > 0).length;
  const unforeseeable = forecasts.filter((forecast) => !isForecast(forecast)).length;
  const facts = [
    `${forecasts.length} ${forecasts.length === 1 ? 'release' : 'releases'}`,
    `${asked === 0 ? 'none' : asked} wait${asked === 1 || asked === 0 ? 's' : ''} for a person`,
    ...unforeseeable > 0 ? [`${unforeseeable} cannot be foretold`] : [],
  ];
  const head = forecasts.length === 0 ? 'No Rollout among the manifests.' : `## ${facts.join(', ')}`;
  return fit('plan', [{ what: 'the summary', first: true, long: head }, ...forecasts.map(section)]);
}
