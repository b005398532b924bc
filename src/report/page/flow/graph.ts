import { Box, keyOf, LineKind, Pass, passesOf, roadsOf } from './passes';
import { Scene } from './scenes';
import { Audience, ReleaseForecast } from '../../../forecast/release-forecast';

/** A line between two boxes, and what passes it, by scene. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly kind: LineKind;
  readonly passes: ReadonlyArray<readonly Pass[]>;
}

/** All boxes and lines that any scene needs, so that they keep their places from scene to scene. */
export interface Graph {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** The audience whose part a line's width shows: the users, where there are any. */
  readonly main: Audience;
}

export function graphOf(forecast: ReleaseForecast, scenes: readonly Scene[]): Graph {
  const roads = roadsOf(forecast);
  // By their keys, and by themselves: those of a road come again at each scene.
  const boxes = new Map<Box | string, number>();
  const all: Box[] = [];
  const place = (box: Box): number => {
    const known = boxes.get(box);
    if (known !== undefined) {
      return known;
    }
    const key = keyOf(box);
    const index = boxes.get(key) ?? all.push(box) - 1;
    boxes.set(key, index).set(box, index);
    return index;
  };
  const lines = new Map<string, { from: number; to: number; kind: LineKind; passes: Pass[][] }>();
  scenes.forEach((scene, index) => passesOf(roads, scene).forEach((pass) => {
    const [from, to] = [place(pass.from), place(pass.to)];
    const key = `${from} ${to} ${pass.kind === 'mirror'}`;
    const line = lines.get(key) ?? { from, to, kind: pass.kind, passes: scenes.map(() => []) };
    line.passes[index].push(pass);
    lines.set(key, line);
  }));
  scenes.forEach(({ state }) => state.revisions.forEach(({ revision }) => place({ kind: 'revision', revision })));
  return { boxes: all, lines: [...lines.values()], main: forecast.entrances[0]?.audience ?? 'users' };
}
