import { compact, unlessEmpty } from '../../src/core/manifest';

test('compact drops keys without a value, and keeps zero, false and empty text', () => {
  expect(Object.keys(compact({ a: undefined, b: 0, c: false, d: '', e: null }))).toEqual(['b', 'c', 'd', 'e']);
});

test.each([[[]], [{}], [undefined], [null]])('%j counts as empty', (value: any) => {
  expect(unlessEmpty(value)).toBeUndefined();
});

test('what holds anything is kept', () => {
  expect(unlessEmpty([0])).toEqual([0]);
});
