import { binaryPower, decimalPower, quantityParts } from './quantity-parts';

/** The value of a Kubernetes quantity, in units of one; nothing of any other value. */
export function quantityOf(value: unknown): number | undefined {
  const parts = typeof value === 'string' || typeof value === 'number' ? quantityParts(String(value)) : undefined;
  if (!parts) {
    return undefined;
  }
  const { isNegative, digits, decimals, suffix, exponent = 0 } = parts;
  const size = Number(digits) * 1024 ** binaryPower(suffix) * 10 ** (decimalPower(suffix) + exponent - decimals);
  return isNegative ? -size : size;
}
