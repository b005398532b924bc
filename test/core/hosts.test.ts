import * as fc from 'fast-check';
import { coversHost, hostsOverlap, isOutsideHost } from '../../src/core/hosts';

const label = fc.stringMatching(/^[a-z0-9]{1,4}$/);
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const pattern = fc.oneof(host, host.map((name) => `*.${name}`), fc.constant('*'));

describe('a host is covered by', () => {
  test.each([
    ['itself', 'a.test.com', 'a.test.com', true],
    ['itself in capitals', 'A.test.com', 'a.Test.com', true],
    ['a wildcard', '*.test.com', 'a.test.com', true],
    ['a wildcard further up', '*.test.com', 'a.b.test.com', true],
    ['everything', '*', 'a.test.com', true],
    ['no wildcard of its own domain', '*.test.com', 'test.com', false],
    ['no wildcard of a domain that ends alike', '*.test.com', 'a.contest.com', false],
    ['no other host', 'b.test.com', 'a.test.com', false],
  ])('%s', (_name, wide, narrow, covered) => {
    expect(coversHost(wide, narrow)).toBe(covered);
  });

  test('no wildcard that is narrower than itself', () => {
    expect(coversHost('*.a.test.com', '*.test.com')).toBe(false);
  });
});

describe('whatever the hosts,', () => {
  test('each covers itself', () => {
    fc.assert(fc.property(pattern, (one) => coversHost(one, one)));
  });

  test('a wildcard covers all below its domain, and no host covers the wildcard', () => {
    fc.assert(fc.property(host, host, (name, domain) => (
      coversHost(`*.${domain}`, `${name}.${domain}`) && coversHost(`*.${domain}`, `*.${name}.${domain}`) && !coversHost(`${name}.${domain}`, `*.${domain}`)
    )));
  });

  test('what covers a host covers all that this one covers', () => {
    fc.assert(fc.property(pattern, pattern, pattern, (one, two, three) => (
      !(coversHost(one, two) && coversHost(two, three)) || coversHost(one, three)
    )));
  });

  test('overlapping does not depend on the order', () => {
    fc.assert(fc.property(pattern, pattern, (one, other) => hostsOverlap(one, other) === hostsOverlap(other, one)));
  });

  test('two overlap when a host fits both', () => {
    fc.assert(fc.property(pattern, pattern, host, (one, other, name) => (
      !(coversHost(one, name) && coversHost(other, name)) || hostsOverlap(one, other)
    )));
  });
});

test.each([
  ['app.test.com', true],
  ['app.svc.test.com', false],
  ['app.shop.svc.cluster.local', false],
  ['app.shop.svc', false],
  ['app', false],
  ['app.svcs.com', true],
])('callers from outside may use %s: %s', (name, outside) => {
  expect(isOutsideHost(name)).toBe(outside);
});
