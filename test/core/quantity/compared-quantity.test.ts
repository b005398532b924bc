import { comparedQuantity } from '../../../src/core/quantity/compared-quantity';

test.each([
  ['1e3', '1k'],
  ['1000', '1k'],
  ['1073741824', '1Gi'],
  ['1u', '1m'],
  ['+1', '1'],
  ['0', '0'],
  ['-500m', '-500m'],
  ['none', 'none'],
])('the amount %s is compared as %s', (written, compared) => {
  expect(comparedQuantity(written, true)).toBe(compared);
});
