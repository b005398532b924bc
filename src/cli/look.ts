import { Terminal } from './terminal';
import { COLOUR, PLAIN, Style } from '../report/style';

/** The options by which text looks one way or another. */
export interface LookOptions {
  readonly color: boolean;
  readonly output?: string;
}

/** Of text in a file. */
const WIDTH = 100;

/** Colours where a person looks who has not said no. */
export function styleOf(terminal: Terminal, { color, output }: LookOptions): Style {
  return color && output === undefined && terminal.hasColour ? COLOUR : PLAIN;
}

/** The columns that text may take. */
export function widthOf(terminal: Terminal, { output }: LookOptions): number {
  return output === undefined ? terminal.width : WIDTH;
}
