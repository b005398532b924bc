import { Course } from './draw-line';
import { Line } from '../graph';
import { Measured } from './measure';
import { Direction, Places, Point } from './place';

const APART = 14;

/** Lines leave and reach the sides of boxes one beside the other, in the order of where they lead. */
export function courses(lines: readonly Line[], boxes: readonly Measured[], places: Places, direction: Direction): Course[] {
  const across = ({ x, y }: Point) => direction === 'LR' ? y : x;
  const offset = (side: 'from' | 'to', line: Line, index: number): number => {
    const other = side === 'from' ? 'to' : 'from';
    const nearest = (of: number) => places.vias[of][side === 'from' ? 0 : places.vias[of].length - 1] ?? places.boxes[lines[of][other]];
    const beside = lines.map((_, of) => of).filter((of) => lines[of][side] === line[side]);
    beside.sort((one, two) => across(nearest(one)) - across(nearest(two)) || one - two);
    return (beside.indexOf(index) - (beside.length - 1) / 2) * Math.min(APART, 60 / beside.length);
  };
  const port = (side: 'from' | 'to', line: Line, index: number): Point => {
    const { x, y } = places.boxes[line[side]];
    const { width, height } = boxes[line[side]];
    const sign = side === 'from' ? 1 : -1;
    const aside = Math.round(offset(side, line, index));
    return direction === 'LR'
      ? { x: Math.round(x + sign * width / 2), y: y + aside }
      : { x: x + aside, y: Math.round(y + sign * height / 2) };
  };
  const count = (side: 'from' | 'to', line: Line) => lines.filter((other) => other[side] === line[side]).length;
  return lines.map((line, index) => ({
    direction,
    converges: line.kind === 'pods' || count('to', line) > count('from', line) + 1,
    points: [port('from', line, index), ...places.vias[index], port('to', line, index)],
  }));
}
