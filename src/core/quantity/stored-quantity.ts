import { BINARY, binaryPower, DECIMAL, decimalPower, NANO, quantityParts } from './quantity-parts';

const EXA = 18;

/**
 * The form in which the API server stores a resource quantity: `1000m` is `1`, `0.5` is `500m`, `2048Mi` is `2Gi`.
 * Git must hold the same form, or the controller's own writes would take the field over under server-side apply.
 * A form that this does not know (an exponent, say) is returned as it is.
 */
export function storedQuantity(quantity: string | number): string {
  const text = String(quantity).trim();
  const parts = quantityParts(text);
  if (!parts || parts.exponent !== undefined) {
    return text;
  }
  const { isNegative, digits, decimals, suffix } = parts;
  if (digits === 0n) {
    return '0';
  }
  const binary = binaryPower(suffix);
  return (isNegative ? '-' : '') + (binary > 0 ? storedBinary(digits, decimals, binary) : storedDecimal(digits, decimals, suffix));
}

function storedBinary(digits: bigint, decimals: number, power: number): string {
  const scaled = digits * 1024n ** BigInt(power);
  const divisor = 10n ** BigInt(decimals);
  if (scaled % divisor !== 0n) {
    return storedDecimal(scaled, decimals, '');
  }
  let value = scaled / divisor;
  // Below 1024 the API server falls back to the decimal format.
  if (value < 1024n) {
    return storedDecimal(value, 0, '');
  }
  let unit = 0;
  while (value % 1024n === 0n && unit < BINARY.length - 1) {
    value /= 1024n;
    unit += 1;
  }
  return unit === 0 ? storedDecimal(value, 0, '') : `${value}${BINARY[unit]}`;
}

function storedDecimal(digits: bigint, decimals: number, suffix: string): string {
  let exponent = decimalPower(suffix) - decimals;
  let value = digits;
  while (exponent < -NANO) {
    // Nothing finer than nano is stored; what is lost is rounded up.
    value = (value + 9n) / 10n;
    exponent += 1;
  }
  while (exponent % 3 !== 0) {
    value *= 10n;
    exponent -= 1;
  }
  while (value % 1000n === 0n && exponent < EXA) {
    value /= 1000n;
    exponent += 3;
  }
  return `${value}${DECIMAL[(exponent + NANO) / 3]}`;
}
