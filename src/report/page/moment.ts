import { command } from './command';
import { againAs, OLD } from './flow/scenes';
import { html, Node } from './html';
import { heading, podsText, selectorsText, targetText, usersText, weightsText } from './words';
import { Moment, ReleaseForecast, WayBack } from '../../forecast/release-forecast';
import { secondsText } from '../../forecast/words';
import { ReleaseState } from '../../simulator/release-state';
import { stepOf, waitText } from '../forecast/phrases';

/** What the panel of a moment needs beside it. */
export interface PanelContext {
  readonly forecast: ReleaseForecast;
  /** The id of the release. */
  readonly id: string;
  readonly index: number;
  /** Whether it is the one that is shown first. */
  readonly shown: boolean;
  /** The position of the diagram that shows what going back leads to. */
  readonly back?: number;
}

/** All about one moment in words. */
export function panel({ forecast, id, index, shown, back }: PanelContext): Node {
  const moment = forecast.moments[index];
  const title = `${index + 1}. ${heading(moment.cause)}`;
  const step = stepOf(moment);
  return html`<div role="group" class=${shown ? 'moment now' : 'moment'} id=${`${id}/${index + 1}`} aria-label=${title} data-tell=${tell(moment, index, forecast.moments.length)}>
    <h3>${title}<span class="muted">${timeText(moment)}</span></h3>
    <p class="status">${phase(moment.state)}${step && html`<span>step ${step}</span>`}</p>
    <div class="halves">
      <dl class="facts">
        ${fact('Users', [usersText(moment.users, moment.elsewhere)])}
        ${fact('Pods', moment.state.revisions.map((revision) => podsText(revision, moment.state.time)))}
        ${fact('Requests', requests(forecast, moment))}
        ${fact('Selectors', selectorsText(moment.state))}
        ${fact('Weights', weightsText(moment.state))}
      </dl>
      <div class="waits">${waits(moment)}${moment.goBack && goBack(moment.goBack, forecast, back)}</div>
    </div>
  </div>`;
}

function tell({ cause, users, elsewhere, waitsFor }: Moment, index: number, count: number): string {
  const wait = waitsFor.kind === 'nothing' ? '' : ` Waits for ${waitText(waitsFor)}.`;
  return `${index + 1} of ${count}: ${heading(cause)}. Users: ${usersText(users, elsewhere)}.${wait}`;
}

function timeText({ cause, time }: Moment): string {
  return cause.kind === 'before' ? '' : time === 0 ? 'at once' : `${secondsText(time)} after the commit, at the earliest`;
}

/** The phase with its mark, and the controller's message. */
export function phase(state: ReleaseState): Node {
  return html`<span class="phase ${state.phase.toLowerCase()}">${state.phase}</span>${state.message && html`<span class="muted">${state.message}</span>`}`;
}

function fact(name: string, lines: readonly string[]): Node {
  return lines.length === 0 ? undefined : html`<div><dt>${name}</dt>${lines.map((line) => html`<dd>${line}</dd>`)}</div>`;
}

function requests({ entrances }: ReleaseForecast, { reach }: Moment): string[] {
  return reach.map(({ entrance: id, targets, mirror }) => {
    const entrance = entrances.find((candidate) => candidate.id === id);
    const [host = id, ...more] = entrance?.hosts ?? [];
    const name = [host, more.length > 0 ? `and ${more.length} more` : '', entrance?.match ? `(${entrance.match})` : ''].filter(Boolean).join(' ');
    const copies = mirror ? `; copies: ${targetText(mirror)}` : '';
    return `${name} → ${targets.map(targetText).join(', ')}${copies}`;
  });
}

function waits({ waitsFor, goOn }: Moment): Node {
  if (waitsFor.kind === 'nothing') {
    return undefined;
  }
  return html`<div class="wait-box ${waitsFor.kind}">
    <h4><svg class="icon" aria-hidden="true"><use href=${`#i-${waitsFor.kind}`} /></svg>Waits for ${waitText(waitsFor)}</h4>
    ${goOn && html`<p>To go on: ${goOn.effect}.</p>${command(goOn.command)}`}
  </div>`;
}

function goBack({ command: text, effect, state }: WayBack, { versions }: ReleaseForecast, back: number | undefined): Node {
  const as = againAs(state, versions.map(({ revision }) => revision));
  const label = versions.find(({ revision }) => revision === OLD)?.label;
  const pods = state.revisions.map((one) => podsText(one, state.time, one.revision === as ? label : undefined));
  return html`<div class="back-box">
    <h4><svg class="icon" aria-hidden="true"><use href="#i-back" /></svg>To go back: ${effect}</h4>
    ${command(text)}
    <p>Leads to ${phase(state)}: ${pods.join('; ')}</p>
    ${back !== undefined && html`<button type="button" class="peek" aria-pressed="false" data-scene=${back}>Show in the diagram</button>`}
  </div>`;
}
