const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d{1,3}))?$/;

/** Nothing that a cluster takes is longer, and digits without end take time without end. */
const LONGEST = 64;

/** The binary suffixes, by the power of 1024 that each stands for. */
export const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** The decimal suffixes, a thousand times more each. */
export const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/** Nothing finer than billionths is stored. */
export const NANO = 9;

/** A resource quantity taken apart. */
export interface QuantityParts {
  readonly isNegative: boolean;
  /** All digits, without the point. */
  readonly digits: bigint;
  /** How many of them stand behind the point. */
  readonly decimals: number;
  /** Empty where there is none. */
  readonly suffix: string;
  /** The power of ten behind an `e`, which takes the place of a suffix. */
  readonly exponent?: number;
}

/** Takes a resource quantity apart; nothing where the text is none. */
export function quantityParts(text: string): QuantityParts | undefined {
  const [, sign, whole = '', fraction = '', suffix = '', exponent] = (text.length > LONGEST ? null : QUANTITY.exec(text)) ?? [];
  return whole + fraction === '' ? undefined : {
    isNegative: sign === '-',
    digits: BigInt(whole + fraction),
    decimals: fraction.length,
    suffix,
    ...exponent !== undefined && { exponent: Number(exponent) },
  };
}

/** The power of 1024 of a binary suffix; 0 of any other. */
export function binaryPower(suffix: string): number {
  return Math.max(0, BINARY.indexOf(suffix));
}

/** The power of ten of a decimal suffix; 0 of a binary one. */
export function decimalPower(suffix: string): number {
  return binaryPower(suffix) > 0 ? 0 : 3 * DECIMAL.indexOf(suffix) - NANO;
}
