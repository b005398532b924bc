import { Keeps, Looks, series } from '../looks';
import { Direction, Point } from './place';
import { html, Node } from '../../html';

/** Where a line begins and ends, and what it passes. */
export interface Course {
  readonly points: readonly Point[];
  readonly direction: Direction;
  /** Whether more lines meet where it ends than part where it begins. */
  readonly converges: boolean;
}

export function drawLine(course: Course, looks: readonly Looks[], first: number, keeps: Keeps): Node {
  const { classes, text, width } = looks[first];
  const label = labelAt(course, Math.max(...looks.map((look) => look.text.length)));
  return html`<g class=${classes} ...${series(looks, keeps)}>
    <path d=${path(course)} stroke-width=${width} />${looks.some((look) => look.text !== '') && html`<text x=${label.x} y=${label.y + 4}>${text}</text>`}
  </g>`;
}

function path({ points, direction }: Course): string {
  const [start, ...rest] = points;
  let from = start;
  return `M${start.x} ${start.y}${rest.map((to) => {
    const middle = direction === 'LR' ? Math.round((from.x + to.x) / 2) : Math.round((from.y + to.y) / 2);
    const curve = direction === 'LR' ? `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}` : `C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
    from = to;
    return curve;
  }).join('')}`;
}

/** The longest text for which there is room beside the middle. */
const SHORT = 6;

/** Where lines part, their texts stand near their ends, and where they meet, near their beginnings. */
function labelAt({ points, direction, converges }: Course, length: number): Point {
  const near = length > SHORT ? 0.5 : converges ? 0.36 : 0.6;
  const [from, to] = converges ? points.slice(0, 2) : points.slice(-2);
  const across = near * near * (3 - 2 * near);
  const [alongX, alongY] = direction === 'LR' ? [near, across] : [across, near];
  return { x: Math.round(from.x + (to.x - from.x) * alongX), y: Math.round(from.y + (to.y - from.y) * alongY) };
}
