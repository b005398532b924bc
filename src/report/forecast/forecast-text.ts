import { columns, lines, paragraph } from './columns';
import { changeRows, headingText, waitRows } from './moment-text';
import { factsText, fullName, strategyText, versionsText } from './phrases';
import { isForecast } from '../../forecast/forecast';
import { ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { printable, withoutCommands } from '../printable';
import { Style } from '../style';

const INDENT = '  ';

/** A release as a tree for a terminal: each moment with what has changed by then. */
export function forecastText(forecast: ReleaseForecast | Unforeseeable, style: Style, width: number): string {
  if (!isForecast(forecast)) {
    return [style.bold(`Rollout ${fullName(forecast)}`), ...paragraph(style.red(`✖ cannot be foretold: ${forecast.problem}`), INDENT, width)].join('\n');
  }
  const { moments, notes, file } = forecast;
  return [
    ...lines('', INDENT, [style.bold(`Rollout ${fullName(forecast)}`), strategyText(forecast), file === undefined ? '' : style.dim(file)].filter(Boolean).join('  '), width),
    ...[versionsText(forecast), factsText(forecast), ...notes.map((note) => style.dim(`note: ${note}`))].flatMap((line) => paragraph(line, INDENT, width)),
    '',
    ...moments.flatMap((_, index) => momentLines(forecast, index, style, width)),
  ].join('\n');
}

function momentLines(forecast: ReleaseForecast, index: number, style: Style, width: number): string[] {
  const isLast = index === forecast.moments.length - 1;
  const bar = style.dim(isLast ? '   ' : '│  ');
  const rows = [...changeRows(forecast, index, style, width), ...waitRows(forecast, index, style)];
  return [
    ...lines(style.dim(isLast ? '└─ ' : '├─ '), `${bar}   `, headingText(forecast.moments[index], style), width),
    ...columns(rows, bar, width),
    ...isLast ? [] : [style.dim('│')],
  ];
}

/** All releases, one below the other. */
export function forecastsText(forecasts: ReadonlyArray<ReleaseForecast | Unforeseeable>, style: Style, width: number): string {
  const texts = printable(forecasts).map((forecast) => forecastText(forecast, style, width));
  return texts.length === 0 ? 'no Rollout among the manifests\n' : withoutCommands(`${texts.join('\n\n')}\n`);
}
