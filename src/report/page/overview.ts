import { html, Node } from './html';
import { times } from './words';
import { ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { secondsText } from '../../forecast/words';
import { fullName } from '../forecast/phrases';

/** From how many releases on a page can be searched. */
const MANY = 8;

const HEADS = ['Strategy', 'Pods', 'Waits for a person', 'Most pods', 'Earliest end'];

/** All releases with what a reader decides by, and the ways to them. */
export function overview(releases: ReadonlyArray<ReleaseForecast | Unforeseeable>, ids: readonly string[]): Node {
  return html`<nav aria-label="Releases">
    ${releases.length > MANY && html`<p class="search"><label for="search">Find a release </label><input type="search" id="search" autocomplete="off" /></p>`}
    <div class="scroll" tabindex="0" role="group" aria-label="List of the releases"><table class="list">
      <thead><tr>${['Release', ...HEADS].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${releases.map((release, index) => row(release, ids[index]))}</tbody>
    </table></div>
  </nav>`;
}

function row(release: ReleaseForecast | Unforeseeable, id: string): Node {
  const link = html`<th scope="row"><a href=${`#${id}`}>${fullName(release)}</a></th>`;
  if ('problem' in release) {
    return html`<tr>${link}<td colspan=${HEADS.length} class="problem">cannot be foretold: ${release.problem}</td></tr>`;
  }
  const { strategy, replicas, persons, peakPods, earliestEnd } = release;
  const cells = [strategy === 'blueGreen' ? 'blue-green' : 'canary', replicas.count, persons === 0 ? 'no' : times(persons), peakPods, secondsText(earliestEnd)];
  return html`<tr>${link}${cells.map((cell, index) => html`<td data-head=${HEADS[index]}>${cell}</td>`)}</tr>`;
}
