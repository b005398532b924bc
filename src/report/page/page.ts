import { createHash } from 'crypto';
import { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { ICONS } from './assets/icons';
import { SCRIPT } from './assets/script';
import { STYLE } from './assets/style';
import { diffSection } from './diff/diff';
import { placer } from './flow/drawing/place';
import { html, Node } from './html';
import { uniqueIds } from './ids';
import { overview } from './overview';
import { release } from './release';
import { plural } from './words';
import { ManifestDiff, RolloutDiff } from '../../diff/manifest-diff';
import { ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { printable } from '../printable';

/** What a page shows. */
export interface Page {
  readonly title: string;
  readonly releases: ReadonlyArray<ReleaseForecast | Unforeseeable>;
  /** What else merging does, where the releases come from a comparison. */
  readonly diff?: ManifestDiff;
}

/** Up to how many releases all sections stand open. */
const FEW = 2;

/** A page in one file that needs nothing else: no network, no fonts, and no script to be read. */
export function renderPage(page: Page): string {
  const { title, releases, diff } = printable(page);
  const ids = uniqueIds(releases);
  const place = placer();
  const sections = [
    ...diff ? [written(diffSection(diff, finder(releases, ids)))] : [],
    ...releases.map((one, index) => written(release(one, { id: ids[index], open: releases.length <= FEW, place }))),
  ];
  const document = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content=${policy()} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
      <style dangerouslySetInnerHTML=${{ __html: STYLE }} />
      <script dangerouslySetInnerHTML=${{ __html: SCRIPT }} />
    </head>
    <body>
      <div dangerouslySetInnerHTML=${{ __html: ICONS }} />
      <header><h1>${title}</h1>${releases.length !== 1 && html`<p class="muted">${summary(releases)}</p>`}${releases.length > 1 && overview(releases, ids)}</header>
      <main dangerouslySetInnerHTML=${{ __html: sections.join('') }} />
    </body>
  </html>`;
  return `<!doctype html>\n${render(document)}\n`;
}

/** One section after the other: the trees of a fleet, and the pieces of its texts, in memory at once would take longer to collect than to write. */
function written(section: Node): string {
  const text = render(section as VNode);
  // V8 keeps a text as the pieces it was put together from until somebody reads a letter of it.
  text.charCodeAt(0);
  return text;
}

/** Finds the release that a Rollout starts, by the forecast itself, as several deployments may hold Rollouts of one name. */
function finder(releases: Page['releases'], ids: readonly string[]): (rollout: RolloutDiff) => string | undefined {
  return ({ name, namespace, release: start, forecast }) => {
    const itself = releases.findIndex((one) => one === forecast);
    const named = releases.findIndex((one) => one.name === name && one.namespace === namespace);
    return start === 'none' ? undefined : ids[itself >= 0 ? itself : named];
  };
}

/** Nothing from elsewhere, and no script but ours, whatever a manifest says. */
function policy(): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
}

function summary(releases: Page['releases']): string {
  const waiting = releases.filter((one) => 'persons' in one && one.persons > 0).length;
  const unforeseen = releases.filter((one) => 'problem' in one).length;
  return releases.length === 0 ? 'no Rollout, so no release' : [
    plural(releases.length, 'release'),
    ...waiting > 0 ? [`${waiting} ${waiting === 1 ? 'waits' : 'wait'} for a person`] : [],
    ...unforeseen > 0 ? [`${unforeseen} cannot be foretold`] : [],
  ].join(', ');
}
