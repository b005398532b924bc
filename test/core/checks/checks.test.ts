import { Duration } from 'cdk8s';
import { checkDnsLabel, checkHost, checkPercent, checkPort, checkServiceName, checkWhole, checkWholeSeconds, isLabelValue } from '../../../src/core/checks/checks';

describe('a DNS label', () => {
  test.each(['a', 'app', 'app-1', '1app', 'a'.repeat(63)])('may be %s', (value) => {
    expect(checkDnsLabel('name', value)).toEqual([]);
  });

  test.each(['', 'App', 'a_b', 'a.b', '-a', 'a-', 'a b', 'ä', 'a\n', 'a'.repeat(64)])('fails when it is %j', (value) => {
    expect(checkDnsLabel('name', value)).toMatchObject([{ rule: 'name-dns-label', prop: 'name', got: value }]);
  });
});

test('fails when a Service name starts with a digit', () => {
  expect(checkServiceName('name', '1app')).toMatchObject([{ wrong: 'a Service name starts with a letter', got: '1app' }]);
});

describe('a host', () => {
  test.each(['app', 'app.example.com', '*.example.com', '*', 'app.ns.svc.cluster.local', '10.0.0.1'])('may be %s', (value) => {
    expect(checkHost('host', value)).toEqual([]);
  });

  test.each(['', 'https://app.example.com', 'app.example.com:443', 'app.example.com/path', 'a.*.com', '*a.com', 'a..b', '.a', 'a b', 'a_b.com', '**'])('fails when it is %j', (value) => {
    expect(checkHost('host', value)).toMatchObject([{ rule: 'host-dns-name', got: value }]);
  });
});

describe('a percent', () => {
  test.each([undefined, 0, 1, 100])('may be %p', (value) => {
    expect(checkPercent('weight', value)).toEqual([]);
  });

  test.each([-1, 101, 30.5, NaN, Infinity])('fails when it is %p', (value) => {
    expect(checkPercent('weight', value)).toMatchObject([{ rule: 'weight-range', prop: 'weight', got: value }]);
  });
});

test.each([0, 65536, 80.5, NaN])('fails when a port is %p', (value) => {
  expect(checkPort('port', value)).toMatchObject([{ rule: 'port-range', got: value }]);
});

test('a whole number without an upper bound may be large', () => {
  expect(checkWhole('rule', 'prop', 1_000_000, { min: 0 })).toEqual([]);
});

test.each([Duration.millis(500), Duration.millis(1500)])('fails when seconds have a fraction: %s', (value) => {
  expect(checkWholeSeconds('delay', value)).toMatchObject([{ rule: 'duration-whole-seconds', prop: 'delay' }]);
});

test('fails when a duration is below its minimum', () => {
  expect(checkWholeSeconds('delay', Duration.seconds(0), 1)).toMatchObject([{ got: '0 ms' }]);
});

test.each([['', true], ['a', true], ['A.b_c-d', true], ['-a', false], ['a b', false], ['a'.repeat(64), false]])('%j as the value of a label: %p', (value, valid) => {
  expect(isLabelValue(value)).toBe(valid);
});
