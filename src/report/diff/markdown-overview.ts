import { hazardsOf } from './concern';
import { imagesOf } from './values';
import { ManifestDiff, RolloutDiff } from '../../diff/manifest-diff';
import { isForecast } from '../../forecast/forecast';
import { Finding } from '../../validation/finding';
import { Section } from '../fit';
import { fullName } from '../forecast/phrases';
import { code, plain, table } from '../markdown';

export const ICONS = { error: '❌', warning: '⚠️', advice: '💡' } as const;

/** From that many releases on nobody reads them all to find the one. */
const MANY = 5;

const MOST_ROWS = 100;

/** The releases that start, one in a row; nothing where they are few. */
export function overview(diff: ManifestDiff): Section[] {
  const started = diff.rollouts.filter(({ release }) => release === 'starts');
  if (started.length < MANY) {
    return [];
  }
  const rows = started.map((rollout) => [nameCell(rollout), imagesText(rollout).join('<br>'), waits(rollout), hazardsOf(rollout, diff).map(hazardText).filter(isFirst).join('<br>')]);
  const shown = (most: number) => table(['release', 'images', 'waits for a person', 'hazards'], rows.slice(0, most)) + (rows.length > most ? `\n\n… and ${rows.length - most} more` : '');
  return [{ what: 'the overview', first: true, long: shown(MOST_ROWS), short: shown(MANY) }];
}

function nameCell(rollout: RolloutDiff): string {
  return [code(fullName(rollout)), ...rollout.deployment === undefined ? [] : [plain(rollout.deployment)]].join('<br>');
}

/** `**app** app:1 → app:2`, one for each container. */
export function imagesText({ images }: RolloutDiff): string[] {
  return images.map((image) => {
    const { from, to } = imagesOf(image);
    return `**${plain(image.container)}** ${[from, to].filter((text) => text !== undefined).map(code).join(' → ')}`;
  });
}

function waits({ forecast }: RolloutDiff): string {
  if (forecast === undefined || !isForecast(forecast)) {
    return 'cannot be foretold';
  }
  return forecast.persons === 0 ? 'never' : forecast.persons === 1 ? 'once' : `${forecast.persons} times`;
}

const hazardText = ({ severity, rule }: Finding) => `${ICONS[severity]} ${plain(rule)}`;
const isFirst = (text: string, index: number, all: readonly string[]) => all.indexOf(text) === index;
