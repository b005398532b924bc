import { BoxText, boxText } from './box-lines';
import { html, Node } from '../html';
import { drawBox } from './drawing/draw-box';
import { drawLine } from './drawing/draw-line';
import { measure } from './drawing/measure';
import { Direction, NARROW, placer, ShapeLine } from './drawing/place';
import { courses } from './drawing/ports';
import { Graph, graphOf } from './graph';
import { lineLooks } from './line-looks';
import { Keeps, Looks } from './looks';
import { Scene } from './scenes';
import { ReleaseForecast } from '../../../forecast/release-forecast';

/** More make a drawing that nobody reads, and that takes minutes to lay out. */
const MOST_BOXES = 60;

/** The way of requests to the pods, twice: for wide and for narrow windows. The script of the page shows other scenes in it. */
export function flow(forecast: ReleaseForecast, scenes: readonly Scene[], first: number, place: ReturnType<typeof placer>): Node {
  const graph = graphOf(forecast, scenes);
  if (graph.lines.length === 0) {
    return html`<p class="muted">No way of requests to these pods is known: no Service, Ingress or route leads to them.</p>`;
  }
  if (graph.boxes.length > MOST_BOXES) {
    return html`<p class="muted">The requests pass ${graph.boxes.length} objects, too many for a diagram. The words below say the same.</p>`;
  }
  const texts = graph.boxes.map((_, index) => boxText(forecast, graph, scenes, index));
  const looks = graph.lines.map((line) => lineLooks(graph, line));
  const draw = (direction: Direction, keeps: Keeps) => drawing(graph, { texts, looks }, { first, place, direction, keeps });
  const wide = draw('LR', 'own');
  return html`<div class="flow ${wide.fits}" tabindex="0" role="group" aria-label="Diagram of the requests">
    ${wide.picture}${draw('TB', 'same').picture}
  </div>`;
}

/** What both drawings show, by the boxes and the lines of their graph. */
interface Parts {
  readonly texts: readonly BoxText[];
  readonly looks: ReadonlyArray<readonly Looks[]>;
}

/** How a drawing is made. */
interface Drawing {
  readonly first: number;
  readonly place: ReturnType<typeof placer>;
  readonly direction: Direction;
  readonly keeps: Keeps;
}

function drawing(graph: Graph, { texts, looks }: Parts, { first, place, direction, keeps }: Drawing): { picture: Node; fits: string } {
  const boxes = texts.map((text) => measure(text, direction));
  const places = place({ sizes: boxes.map(({ width, height }) => [width, height]), lines: [...ends(graph), ...loose(graph)] }, direction);
  const ways = courses(graph.lines, boxes, places, direction);
  const { width, height } = places;
  const classes = direction === 'LR' ? 'wide' : `tall${width > NARROW ? ' broad' : ''}`;
  return {
    fits: width <= 760 ? 'fits-s' : width <= 960 ? 'fits-m' : 'fits-l',
    picture: html`<svg class=${classes} viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label="The same as in the words below">
      ${ways.map((way, index) => drawLine(way, looks[index], first, keeps))}
      ${boxes.map((box, index) => drawBox(box, places.boxes[index], first, keeps))}
    </svg>`,
  };
}

function ends({ lines, boxes }: Graph): ShapeLine[] {
  return lines.map(({ from, to, kind }) => ({ from, to, labelled: kind !== 'way', long: boxes[from].kind === 'entrance' && kind === 'target' }));
}

/** Revisions that nothing leads to stand beside the others all the same. */
function loose({ boxes, lines }: Graph): ShapeLine[] {
  const service = boxes.findIndex(({ kind }) => kind === 'service');
  return boxes.flatMap(({ kind }, index) => (
    kind === 'revision' && service >= 0 && !lines.some(({ to }) => to === index) ? [{ from: service, to: index, labelled: false }] : []
  ));
}
