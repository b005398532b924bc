import { Keeps, series } from '../looks';
import { LINE, Measured } from './measure';
import { Point } from './place';
import { html, Node } from '../../html';

/** A box is a picture of its own, so that nothing sticks out of it. */
export function drawBox(box: Measured, middle: Point, first: number, keeps: Keeps): Node {
  const { text, width, height, name, details, title } = box;
  const baseline = (line: number) => 17 + line * LINE;
  const below = 1 + name.length + details.length;
  const { looks } = text;
  return html`<svg class=${looks[first].classes} x=${middle.x - width / 2} y=${middle.y - height / 2} width=${width} height=${height} ...${series(looks, keeps)}>
    ${title && html`<title>${title}</title>`}
    <rect x="1" y="1" width=${width - 2} height=${height - 2} rx="7" /><rect class="edge" x="1" y="1" width="5" height=${height - 2} rx="2" />
    <text x="13" y=${baseline(0)} class="head">${text.head}</text>
    ${name.map((line, index) => html`<text x="13" y=${baseline(1 + index)} class="name">${line}</text>`)}
    ${details.map((line, index) => html`<text x="13" y=${baseline(1 + name.length + index)} class="small">${line}</text>`)}
    ${text.changing.map((at, index) => (
      html`<text x="13" y=${baseline(below + index)} class=${at[first].classes} ...${series(at, keeps)}>${at[first].text}</text>`
    ))}
  </svg>`;
}
