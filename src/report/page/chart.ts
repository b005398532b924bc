import { OLD } from './flow/scenes';
import { html, Node } from './html';
import { causeLabel, timeLabel, waitLabel } from './words';
import { Moment, ReleaseForecast } from '../../forecast/release-forecast';
import { waitText } from '../forecast/phrases';

const WAITS = { top: 4, height: 20 };
const USERS = { top: 46, height: 116 };
const PODS = { top: 204, height: 66 };
const LABELS = 287;
const HEIGHT = 340;
/** The height of a line of text in a bar. */
const LINE = 15;
const ICON = 18;
/** How wide a letter is, about, plain and bold. */
const SIGN = 6.6;
const BOLD_SIGN = 7.4;

/** The least width of a column, if its labels are no wider; where there is more room, columns share it. */
const LEAST = 56;
/** How much of that a letter takes at most. */
const WIDE_SIGN = 8.2;
/** Up to how many columns there is room for pictures on a tablet, and on a desk. */
const FEW = 9;
const SPACIOUS = 16;

/**
 * The users' and the pods' shares over the moments: a column each, above it what it waits for, below it what led to it. It is a picture
 * to be pointed at; those who do not see it have the slider and the table.
 */
export function chart(forecast: ReleaseForecast, id: string, first: number): Node {
  const { moments, peakPods } = forecast;
  const width = 100 / moments.length;
  const room = moments.length > SPACIOUS ? ' dense' : moments.length > FEW ? ' busy' : '';
  return html`<div class="chart${room}" tabindex="0" role="group" aria-label="Chart of the moments; the table below says the same">
    <svg width=${moments.length * leastWidth(moments)} height=${HEIGHT} aria-hidden="true">
      <rect class="here" x=${`${round(first * width)}%`} y="0" width=${`${round(width)}%`} height="100%" rx="6" />
      <text class="title" x="8" y=${USERS.top - 6}>Users</text>
      <text class="title" x="8" y=${PODS.top - 22}>Pods</text>
      ${moments.map((moment, index) => html`<a class="column" href=${`#${id}/${index + 1}`} tabindex="-1">
        <svg x=${`${round(index * width)}%`} width=${`${round(width)}%`} height=${HEIGHT}>
          <rect class="hit" width="100%" height="100%" />
          ${waiting(moment)}${users(moment)}${pods(moment, peakPods)}${labels(moment)}
        </svg>
      </a>`)}
    </svg>
  </div>`;
}

/** Labels stand side by side, and are to be told apart. */
function leastWidth(moments: readonly Moment[]): number {
  const longest = Math.max(...moments.flatMap(({ cause }) => causeLabel(cause).map(({ length }) => length)));
  return Math.max(LEAST, Math.ceil(longest * WIDE_SIGN));
}

function waiting({ waitsFor }: Moment): Node {
  const [label, further] = waitLabel(waitsFor);
  const left = Math.round((ICON + Math.max(label.length, further.length) * (waitsFor.kind === 'person' ? BOLD_SIGN : SIGN)) / 2);
  return label === '' ? undefined : html`<g class="wait ${waitsFor.kind}">
    <title>waits for ${waitText(waitsFor)}</title>
    ${waitsFor.kind === 'person' && html`<rect y=${WAITS.top} height=${WAITS.height} rx="10" />`}
    <svg x="50%" y=${WAITS.top} overflow="visible"><use href=${`#i-${waitsFor.kind}`} x=${-left} y="3" width="14" height="14" /><text x=${ICON - left} y="14.5">${label}</text>${further && html`<text x=${ICON - left} y="27">${further}</text>`}</svg>
  </g>`;
}

/** A part of a column. */
interface Part {
  readonly classes: string;
  /** What sets all but the old version apart without colour. */
  readonly hatched: boolean;
  readonly size: number;
  readonly texts: readonly string[];
}

function users({ users: shares, elsewhere = 0 }: Moment): Node {
  const newest = [...shares].sort((one, other) => other.revision - one.revision).filter(({ percent }) => percent > 0);
  const answered = newest.reduce((sum, { percent }) => sum + percent, elsewhere);
  const parts = newest.map(({ revision, percent }): Part => (
    { classes: `r${revision}`, hatched: revision !== OLD, size: percent / 100, texts: [`r${revision}`, `${percent} %`] }
  ));
  return stack([...parts, ...answered < 99 ? [{ classes: 'alarm', hatched: true, size: 1 - answered / 100, texts: ['503', 'no pods'] }] : []], USERS);
}

function pods({ state }: Moment, peak: number): Node {
  const newest = [...state.revisions].sort((one, other) => other.revision - one.revision);
  const all = newest.reduce((sum, { ready, replicas }) => sum + Math.max(ready, replicas), 0);
  const parts = newest.flatMap(({ revision, ready, replicas }) => [
    { classes: `r${revision}`, hatched: revision !== OLD, size: ready / peak, texts: [`${ready}`] },
    { classes: `r${revision} late`, hatched: false, size: Math.max(0, replicas - ready) / peak, texts: [`+${replicas - ready}`] },
  ]).filter(({ size }) => size > 0);
  return [stack(parts, PODS), (parts.length > 1 || all === peak) && html`<text class=${all === peak ? 'sum peak' : 'sum'} x="50%" y=${round(PODS.top + PODS.height * (1 - all / peak) - 5)}>${all}${all === peak && ' peak'}</text>`];
}

/** From the bottom up; the last text is the more important one. */
function stack(parts: readonly Part[], { top, height }: { top: number; height: number }): Node {
  let bottom = top + height;
  return parts.map(({ classes, hatched, size, texts }) => {
    const tall = round(Math.max(2, size * height));
    bottom = round(bottom - tall);
    const shown = texts.slice(Math.max(0, texts.length - Math.floor(tall / LINE + 0.3)));
    return html`<g class="part ${classes}">
      <rect y=${bottom} height=${tall} />${hatched && html`<rect class="hatch" y=${bottom} height=${tall} />`}
      ${shown.map((text, line) => html`<text x="50%" y=${round(bottom + tall / 2 + 4 + (line - (shown.length - 1) / 2) * LINE)}>${text}</text>`)}
    </g>`;
  });
}

function labels({ cause, time }: Moment): Node {
  const [line, further] = causeLabel(cause);
  const [at, more] = cause.kind === 'before' ? ['', ''] : timeLabel(time);
  return html`<g class="cause"><text x="50%" y=${LABELS}>${line}</text>${further && html`<text x="50%" y=${LABELS + 14}>${further}</text>`}
    ${at && html`<text class="time" x="50%" y=${LABELS + 34}>${at}</text>`}${more && html`<text class="time" x="50%" y=${LABELS + 46}>${more}</text>`}</g>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
