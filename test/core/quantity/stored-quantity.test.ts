import * as fc from 'fast-check';
import { storedQuantity } from '../../../src/core/quantity/stored-quantity';

describe('a quantity is written as Go writes it', () => {
  test.each([
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['0.5', '500m'],
    ['1.5', '1500m'],
    ['0.1', '100m'],
    ['2', '2'],
    ['100m', '100m'],
    ['1000', '1k'],
    ['100000', '100k'],
    ['1500', '1500'],
    ['1000k', '1M'],
    ['1.5M', '1500k'],
    ['1000000000', '1G'],
    ['0.0001', '100u'],
    ['0.0000000001', '1n'],
    ['2048Mi', '2Gi'],
    ['1024Mi', '1Gi'],
    ['512Mi', '512Mi'],
    ['1536Mi', '1536Mi'],
    ['0.5Gi', '512Mi'],
    ['1.5Gi', '1536Mi'],
    ['1Ki', '1Ki'],
    ['0.5Ki', '512'],
    ['0.1Ki', '102400m'],
    ['1025Ki', '1025Ki'],
    ['1024Ki', '1Mi'],
    ['1024Pi', '1Ei'],
    ['0', '0'],
    ['0Mi', '0'],
    ['0m', '0'],
    ['0.0', '0'],
    ['-1000m', '-1'],
    ['+1', '1'],
    ['.5', '500m'],
    ['5.', '5'],
    [' 1 ', '1'],
  ])('%s becomes %s', (written, stored) => {
    expect(storedQuantity(written)).toBe(stored);
  });

  test.each([[2, '2'], [0.5, '500m'], [0, '0'], [1000, '1k']])('the number %d becomes %s', (written, stored) => {
    expect(storedQuantity(written)).toBe(stored);
  });
});

test.each(['1e3', 'plenty', '', 'Mi', '.', '1 Gi'])('a form that is not known stays as it is: %j', (written) => {
  expect(storedQuantity(written)).toBe(written);
});

test('a canonical quantity stays as it is', () => {
  fc.assert(fc.property(quantity(), (written) => {
    const once = storedQuantity(written);

    expect(storedQuantity(once)).toBe(once);
  }));
});

test('a canonical quantity has no decimal point, and is worth as much', () => {
  fc.assert(fc.property(quantity(), (written) => {
    const canonical = storedQuantity(written);

    expect(canonical).toMatch(/^-?\d+([numkMGTPE]|[KMGTPE]i)?$/);
    expect(valueOf(canonical)).toBe(valueOf(written));
  }));
});

function quantity(): fc.Arbitrary<string> {
  const suffix = fc.constantFrom('', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'Ti');
  return fc.tuple(fc.nat({ max: 1_000_000 }), fc.option(fc.nat({ max: 999 })), suffix)
    .map(([whole, fraction, unit]) => `${whole}${fraction === null ? '' : `.${fraction}`}${unit}`);
}

/** In nano. */
function valueOf(quantityText: string): bigint {
  const [, whole, fraction = '', unit] = /^(\d+)(?:\.(\d+))?(.*)$/.exec(quantityText)!;
  const factors: Record<string, bigint> = {
    'n': 1n,
    'u': 10n ** 3n,
    'm': 10n ** 6n,
    '': 10n ** 9n,
    'k': 10n ** 12n,
    'M': 10n ** 15n,
    'G': 10n ** 18n,
    'T': 10n ** 21n,
    'P': 10n ** 24n,
    'E': 10n ** 27n,
    'Ki': 2n ** 10n * 10n ** 9n,
    'Mi': 2n ** 20n * 10n ** 9n,
    'Gi': 2n ** 30n * 10n ** 9n,
    'Ti': 2n ** 40n * 10n ** 9n,
    'Pi': 2n ** 50n * 10n ** 9n,
    'Ei': 2n ** 60n * 10n ** 9n,
  };
  return BigInt(whole + fraction) * factors[unit] / 10n ** BigInt(fraction.length);
}
