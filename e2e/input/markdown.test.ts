import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { diffOf, forecastOf, names, unforeseeableOf } from './hostile';
import { diffMarkdown } from '../../src/report/diff/diff-markdown';
import { forecastsMarkdown } from '../../src/report/forecast/forecast-markdown';
import { program } from '../cluster/build';

const COUNT = Number(process.env.E2E_NAMES ?? 2_000);
const SEED = Number(process.env.E2E_SEED ?? 1);

const hostile = fc.sample(names, { numRuns: COUNT, seed: SEED });

const REPORTS: Array<[string, (name: string) => string]> = [
  ['a plan', (name) => forecastsMarkdown([forecastOf(name), unforeseeableOf(name)])],
  ['a difference', (name) => diffMarkdown(diffOf(name))],
];

/** What GitHub makes of Markdown. */
function rendered(texts: readonly string[]): string[] {
  const input = texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join('');
  return execFileSync(program('renderer'), { input, encoding: 'utf8', maxBuffer: 2 ** 30 }).trim().split('\n').map((line) => JSON.parse(line));
}

/** All tags with their attributes but those of text in fixed width, of which a name has as many as it has `|`, and one none where it is blank. */
function tagsOf(page: string): string[] {
  return page.match(/<[!/]?[a-zA-Z-][^>]*>/g)!.filter((tag) => !/^<\/?code>$/.test(tag));
}

/** Outside of fixed width GitHub makes links and mentions of these itself. */
const LIVE = /@\w|https?:\/\/|www\.|\bGH-\d|#\d/i;

describe.each(REPORTS)('of hostile names in %s', (_case, report) => {
  const texts = ['app', ...hostile].map(report);
  const [plain, ...pages] = rendered(texts);
  const wrong = (isWrong: (page: string, text: string) => boolean) => hostile.filter((_, index) => isWrong(pages[index], texts[index + 1]));

  test('nothing is markup', () => {
    const expected = tagsOf(plain);
    const known = new Set(expected);

    expect(wrong((page, text) => (
      text.includes('> Left out,') ? tagsOf(page).some((tag) => !known.has(tag)) : tagsOf(page).join('') !== expected.join('')
    ))).toEqual([]);
  });

  test('nothing is a link or a mention', () => {
    expect(wrong((page) => LIVE.test(page.replace(/<pre>.*?<\/pre>|<code>.*?<\/code>/gs, '').replace(/&#?\w+;/g, '')))).toEqual([]);
  });

  test('nothing is hidden', () => {
    expect(wrong((_, text) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text.replace(/[\n\u200b]/g, '')))).toEqual([]);
  });
});
