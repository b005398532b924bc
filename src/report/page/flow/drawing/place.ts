import { graphlib, layout } from '@dagrejs/dagre';

/** Which way requests run: left to right, or from the top down where there is little width. */
export type Direction = 'LR' | 'TB';

/** A line from box to box, and whether a text stands on it. */
export interface ShapeLine {
  readonly from: number;
  readonly to: number;
  readonly labelled: boolean;
  /** Whether it skips a rank where ranks are to be narrow. */
  readonly long?: boolean;
}

/** What is to be placed; the first box is the most important one. */
export interface Shape {
  readonly sizes: ReadonlyArray<readonly [width: number, height: number]>;
  readonly lines: ReadonlyArray<ShapeLine>;
}

/** A point of the diagram. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything is. */
export interface Places {
  readonly width: number;
  readonly height: number;
  /** The middles of the boxes. */
  readonly boxes: readonly Point[];
  /** Through which points lines pass on their way around other boxes. */
  readonly vias: ReadonlyArray<readonly Point[]>;
}

const GAPS = { LR: { ranksep: 44, nodesep: 20 }, TB: { ranksep: 30, nodesep: 12 } };

/** How wide a phone shows a drawing without its text getting too small. */
export const NARROW = 450;
/** How dagre may align boxes, how far lines stay apart, and over how many ranks a long line goes; the first looks best. */
const WAYS = ([undefined, 'UL', 'UR'] as const).flatMap((align) => [20, 4].flatMap((edgesep) => [1, 2].map((ranks) => ({ align, edgesep, ranks }))));

/** Room for a text on a line; dagre heeds it only where both sizes are given. */
const LABELS = { LR: { width: 40, height: 1 }, TB: { width: 1, height: 16 } };
const MARGIN = 8;

/** Places shapes; equal ones once, as the releases of a fleet are much alike. */
export function placer(): (shape: Shape, direction: Direction) => Places {
  const known = new Map<string, Places>();
  return (shape, direction) => {
    const key = direction + JSON.stringify(shape);
    const places = known.get(key) ?? best(shape, direction);
    known.set(key, places);
    return places;
  };
}

/** From the top down the first that is narrow enough, or else the narrowest; dagre does not strive for narrow drawings. */
function best(shape: Shape, direction: Direction): Places {
  const ways = direction === 'LR' ? WAYS.slice(0, 1) : WAYS;
  let narrowest: Places | undefined;
  for (const way of ways) {
    const places = place(shape, direction, way);
    if (!narrowest || places.width < narrowest.width) {
      narrowest = places;
    }
    if (narrowest.width <= NARROW) {
      break;
    }
  }
  return narrowest!;
}

function place({ sizes, lines }: Shape, direction: Direction, { align, edgesep, ranks }: typeof WAYS[number]): Places {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, align, edgesep, marginx: MARGIN, marginy: MARGIN, ...GAPS[direction] });
  sizes.forEach(([width, height], index) => graph.setNode(`${index}`, { width, height }));
  lines.forEach(({ from, to, labelled, long }, index) => graph.setEdge(`${from}`, `${to}`, {
    ...labelled && { ...LABELS[direction], labelpos: 'c' },
    minlen: long ? ranks : 1,
  }, `${index}`));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const turned = turnedBy(graph, { width, height }, direction);
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: sizes.map((_, index) => turned(graph.node(`${index}`))),
    vias: lines.map(({ from, to }, index) => viasOf(graph.edge(`${from}`, `${to}`, `${index}`).points).map(turned)),
  };
}

/** The first box stands above those beside it, or left of them. */
function turnedBy(graph: graphlib.Graph, { width, height }: { width: number; height: number }, direction: Direction): (point: Point) => Point {
  const [along, across] = direction === 'LR' ? ['x', 'y'] as const : ['y', 'x'] as const;
  const first = graph.node('0');
  const beside = graph.nodes().map((name) => graph.node(name)).filter((node) => Math.abs(node[along] - first[along]) < 1);
  const turned = first[across] > beside.reduce((sum, node) => sum + node[across], 0) / beside.length + 1;
  return ({ x, y }) => ({
    x: Math.round(turned && across === 'x' ? width - x : x),
    y: Math.round(turned && across === 'y' ? height - y : y),
  });
}

/** Between ends and ranks dagre has a point each; only those at ranks keep a line away from boxes. */
function viasOf(points: readonly Point[]): readonly Point[] {
  return points.slice(1, -1).filter((_, index) => index % 2 === 1);
}
