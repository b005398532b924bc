import { html, Node } from './html';
import { heading, podsText, selectorsText, usersText, weightsText } from './words';
import { Moment, ReleaseForecast } from '../../forecast/release-forecast';
import { secondsText } from '../../forecast/words';
import { stepOf, waitText } from '../forecast/phrases';

const HEADS = ['Event', 'Earliest', 'Step', 'Phase', 'Users', 'Pods', 'Selectors', 'Weights', 'Waits for'];

/** All moments at a glance, for those who cannot see the chart, and for paper. */
export function momentsTable({ moments }: ReleaseForecast, label: string): Node {
  return html`<details class="fold"><summary>All ${moments.length} moments as a table</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${`Table of the moments of ${label}`}><table>
      <thead><tr><th scope="col">#</th>${HEADS.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${moments.map(row)}</tbody>
    </table></div>
  </details>`;
}

function row(moment: Moment, index: number): Node {
  const { cause, time, state, users, elsewhere, waitsFor } = moment;
  return html`<tr class=${waitsFor.kind}>
    <td>${index + 1}</td><th scope="row">${heading(cause)}</th><td>${cause.kind === 'before' ? '' : secondsText(time)}</td>
    <td>${stepOf(moment)}</td><td>${state.phase}</td><td>${usersText(users, elsewhere)}</td>
    <td>${lines(state.revisions.map((revision) => podsText(revision, state.time)))}</td>
    <td>${lines(selectorsText(state))}</td><td>${lines(weightsText(state))}</td>
    <td>${waitText(waitsFor)}</td>
  </tr>`;
}

function lines(texts: readonly string[]): Node[] {
  return texts.map((text) => html`<div>${text}</div>`);
}
