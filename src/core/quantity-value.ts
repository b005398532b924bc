import { BINARY, quantityParts } from './quantity-parts';

const DECIMAL: Record<string, number> = { 'n': -9, 'u': -6, 'm': -3, '': 0, 'k': 3, 'M': 6, 'G': 9, 'T': 12, 'P': 15, 'E': 18 };

/** The value of a Kubernetes quantity, in units of one; nothing of any other value. */
export function quantityOf(value: unknown): number | undefined {
  const parts = typeof value === 'string' || typeof value === 'number' ? quantityParts(String(value)) : undefined;
  if (!parts) {
    return undefined;
  }
  const { isNegative, digits, decimals, suffix, exponent = 0 } = parts;
  const binary = Math.max(0, BINARY.indexOf(suffix));
  const size = Number(digits) * 1024 ** binary * 10 ** ((binary > 0 ? 0 : DECIMAL[suffix]) + exponent - decimals);
  return isNegative ? -size : size;
}
