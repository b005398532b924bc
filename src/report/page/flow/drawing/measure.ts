import { BoxText } from '../box-lines';
import { cut, twoLines } from './fit';
import { Direction } from './place';

/** A box with its text cut to size. */
export interface Measured {
  readonly text: BoxText;
  readonly width: number;
  readonly height: number;
  readonly name: readonly string[];
  readonly details: readonly string[];
  /** All of it, where something was cut. */
  readonly title?: string;
}

/** The height of a line of text. */
export const LINE = 15;

const WIDTHS = { LR: 152, TB: 132 };
const NAME_SIGNS = { LR: 15, TB: 14 };
/** The width of a letter, and of what is beside the text. */
const SIGN = 7.6;
const ASIDE = 26;
/** Boxes of few different widths are placed alike. */
const STEP = 12;
const DETAIL_SIGNS = { LR: 20, TB: 16 };
const PADDING = 14;

export function measure(text: BoxText, direction: Direction): Measured {
  const name = twoLines(text.name, NAME_SIGNS[direction]);
  const details = text.details.map((detail) => cut(detail, DETAIL_SIGNS[direction]));
  const whole = name.join('') === text.name && text.whole === undefined && details.join() === text.details.join();
  const longest = Math.max(...[text.head, ...name, ...details].map(({ length }) => length));
  const lines = 1 + name.length + details.length + text.changing.length;
  return {
    text,
    name,
    details,
    width: text.narrow && direction === 'TB' ? Math.min(WIDTHS.TB, Math.ceil((ASIDE + SIGN * longest) / STEP) * STEP) : WIDTHS[direction],
    height: PADDING + lines * LINE,
    ...whole ? {} : { title: [text.head, text.whole ?? text.name, ...text.details].join(' ') },
  };
}
