import { cellsOf } from './cells';
import { LABEL, Row } from './columns';
import { causeText, hopText, phaseText, podsText, reachText, stepOf, usersText, waitText } from './phrases';
import { Audience, Entrance, Moment, ReleaseForecast } from '../../forecast/release-forecast';
import { ReleaseState } from '../../simulator/release-state';
import { Style } from '../style';

const AUDIENCES: Record<Audience, string> = { users: '', testers: 'testers', cluster: 'in cluster' };

/** The icon of a phase and its colour. */
const PHASES: Record<string, [icon: string, colour: keyof Style]> = {
  Healthy: ['✔', 'green'], Progressing: ['◌', 'blue'], Paused: ['‖', 'yellow'], Degraded: ['✖', 'red'],
};

const ROOM_FOR_ANSWERS = 24;
const PERCENT_OF_CELL = 5;
const CELLS = 100 / PERCENT_OF_CELL;

/** `‖  the new pods are ready  Paused  step 1/2 pause`. */
export function headingText(moment: Moment, style: Style): string {
  const [icon, colour] = PHASES[moment.state.phase] ?? ['?', 'dim'];
  const step = stepOf(moment);
  return [
    style[colour](icon), style.bold(causeText(moment.cause)), style[colour](phaseText(moment)), step === undefined ? '' : `step ${step}`,
  ].filter(Boolean).join('  ');
}

/** What is other than at the moment before: users, ways and pods. At the first moment that is all, and the ways are told. */
export function changeRows(forecast: ReleaseForecast, index: number, style: Style, width: number): Row[] {
  const [moment, before] = [forecast.moments[index], forecast.moments[index - 1]] as [Moment, Moment | undefined];
  return [
    ...before && usersText(before) === usersText(moment) ? [] : [['users', usersBar(moment, style)] as const],
    ...wayRows(forecast.entrances, moment, before, { style, widest: width - LABEL - ROOM_FOR_ANSWERS }),
    ...before && podsText(before) === podsText(moment) ? [] : [['pods', podsText(moment)] as const],
  ];
}

/** Twenty cells, one sign for each revision. */
function usersBar(moment: Moment, style: Style): string {
  const cells = moment.users.map(({ revision, percent }, index) => {
    const sign = (index === 0 ? '█' : '░').repeat(Math.min(CELLS, Math.max(0, Math.round(percent / PERCENT_OF_CELL))));
    return revision === 1 ? style.blue(sign) : style.green(sign);
  });
  return cells.length === 0 ? style.red(usersText(moment)) : `${cells.join('')}  ${usersText(moment)}`;
}

function wayRows(
  entrances: readonly Entrance[], moment: Moment, before: Moment | undefined, { style, widest: most }: { style: Style; widest: number },
): Row[] {
  const changed = entrances.filter(({ id }) => reachOf(moment, id) !== (before && reachOf(before, id)));
  const widest = Math.min(most, Math.max(0, ...changed.map((entrance) => cellsOf(callText(entrance)))));
  return changed.flatMap((entrance, index): Row[] => {
    const text = reachOf(moment, entrance.id) ?? 'no such route any more';
    const label = changed[index - 1]?.audience === entrance.audience ? '' : AUDIENCES[entrance.audience];
    return [
      [label, `${callText(entrance).padEnd(widest)} → ${text.includes('503') ? style.red(text) : text}`],
      ...before === undefined && entrance.path.length > 0 ? [['', style.dim(`  via ${entrance.path.map(hopText).join(' → ')}`)] as const] : [],
    ];
  });
}

function reachOf({ reach }: Moment, id: string): string | undefined {
  const found = reach.find(({ entrance }) => entrance === id);
  return found && reachText(found);
}

function callText({ hosts, match }: Entrance): string {
  return `${hosts.join(', ')}${match === undefined ? '' : ` [${match}]`}`;
}

/** What the moment waits for, and the commands of a person. */
export function waitRows(forecast: ReleaseForecast, index: number, style: Style): Row[] {
  const moment = forecast.moments[index];
  const { goOn, waitsFor } = moment;
  const goBack = isTimeToGoBack(forecast, index) ? moment.goBack : undefined;
  const wait = waitText(waitsFor);
  return [
    ...wait === undefined ? [] : [['waits for', waitsFor.kind === 'person' ? style.yellow(wait) : wait] as const],
    ...goOn ? [['go on', style.bold(goOn.command), true], ['', style.dim(goOn.effect)]] as const : [],
    ...goBack ? [['go back', style.bold(goBack.command), true], ['', style.dim(goBack.effect)]] as const : [],
  ];
}

/** As long as the release is under way; after that once, when the way back is another one. */
export function isTimeToGoBack({ moments }: ReleaseForecast, index: number): boolean {
  const { waitsFor, goBack, state } = moments[index];
  const before = moments[index - 1]?.goBack;
  const isNew = before !== undefined && (before.command !== goBack?.command || before.effect !== goBack.effect);
  return goBack !== undefined && (isUnderWay(state) || (isNew && waitsFor.kind !== 'pods'));
}

/** Whether the newest revision is not the stable one yet. */
function isUnderWay({ revisions }: ReleaseState): boolean {
  return !revisions[revisions.length - 1]?.roles.includes('stable');
}
