import { BINARY, binaryPower, DECIMAL, decimalPower, NANO, QuantityParts, quantityParts } from './quantity-parts';

const ONE = 10n ** BigInt(NANO);
const MILLI = ONE / 1000n;

/** The most that a quantity with a binary suffix is worth. */
const MOST = (2n ** 63n - 1n) * ONE;

/** Below it the binary form helps no reader: counts are quantities too. */
const LEAST_BINARY = 1024n ** 2n;

/**
 * A resource quantity in the one form that all of its spellings share: the controller compares pod templates by the value, so that
 * `1e3`, `1000` and `1k` start no release. What is no quantity is returned as it is.
 *
 * @param isAmount whether it is that of a resource, which the API server rounds up to thousandths, and the controller as well
 */
export function comparedQuantity(written: string | number, isAmount: boolean): string {
  const text = String(written).trim();
  const parts = quantityParts(text);
  if (!parts) {
    return text;
  }
  const exact = nanosOf(parts);
  const nanos = isAmount ? roundedUp(exact, MILLI) * MILLI : exact;
  return `${parts.isNegative && nanos > 0n ? '-' : ''}${shortest(nanos)}`;
}

/** In billionths; what is finer is rounded up. */
function nanosOf({ digits, decimals, suffix, exponent = 0 }: QuantityParts): bigint {
  const binary = binaryPower(suffix);
  const power = NANO - decimals + exponent + decimalPower(suffix);
  const scaled = digits * 1024n ** BigInt(binary) * 10n ** BigInt(Math.max(0, power));
  const nanos = roundedUp(scaled, 10n ** BigInt(Math.max(0, -power)));
  return binary > 0 && nanos > MOST ? MOST : nanos;
}

const roundedUp = (value: bigint, divisor: bigint) => (value + divisor - 1n) / divisor;

function shortest(nanos: bigint): string {
  const decimal = withSuffix(nanos, 1000n, DECIMAL);
  const value = nanos / ONE;
  const binary = nanos % ONE === 0n && value >= LEAST_BINARY ? withSuffix(value, 1024n, BINARY) : decimal;
  return binary.length < decimal.length ? binary : decimal;
}

function withSuffix(value: bigint, base: bigint, suffixes: readonly string[]): string {
  if (value === 0n) {
    return '0';
  }
  let [rest, index] = [value, 0];
  while (rest % base === 0n && index < suffixes.length - 1) {
    rest /= base;
    index += 1;
  }
  return `${rest}${suffixes[index]}`;
}
