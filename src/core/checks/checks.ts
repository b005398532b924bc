import { Duration } from 'cdk8s';
import { Problem } from './problems';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const HOST = /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/i;

/** A Service's name is a DNS label, and the Rollout, its ReplicaSets and labels carry the same name. */
export function checkDnsLabel(prop: string, value: string): Problem[] {
  if (isDnsLabel(value)) {
    return [];
  }
  return [{
    rule: 'name-dns-label',
    prop,
    wrong: 'is no DNS label',
    got: value,
    remedy: 'use at most 63 lower-case letters, digits and "-", with a letter or digit first and last',
  }];
}

/** The names of most objects may hold dots, as host names do. */
export function checkDnsSubdomain(prop: string, value: string): Problem[] {
  return isDnsSubdomain(value) ? [] : [{
    rule: 'name-dns-subdomain',
    prop,
    wrong: 'is no name of a Kubernetes object',
    got: value,
    remedy: 'use lower-case letters, digits, "-" and ".", with a letter or digit first and last',
  }];
}

/** Service names must also start with a letter. */
export function checkServiceName(prop: string, value: string): Problem[] {
  const label = checkDnsLabel(prop, value);
  if (label.length > 0 || /^[a-z]/.test(value)) {
    return label;
  }
  return [{ rule: 'name-dns-label', prop, wrong: 'a Service name starts with a letter', got: value, remedy: 'put a letter first' }];
}

export function isDnsLabel(value: string): boolean {
  return value.length <= 63 && DNS_LABEL.test(value);
}

export function isDnsSubdomain(value: string): boolean {
  return value.length <= 253 && value.split('.').every((label) => DNS_LABEL.test(label));
}

export function isLabelValue(value: string): boolean {
  return value.length <= 63 && LABEL_VALUE.test(value);
}

/** A name, with a DNS name and `/` before it or not. */
export function isLabelKey(key: string): boolean {
  const [name, prefix, ...rest] = key.split('/').reverse();
  return rest.length === 0 && name !== '' && isLabelValue(name) && (prefix === undefined || isDnsSubdomain(prefix));
}

/** A DNS name, with a wildcard allowed as its left-most label (`*` alone is allowed too). */
export function checkHost(prop: string, value: string): Problem[] {
  if (value === '*' || (value.length <= 253 && HOST.test(value))) {
    return [];
  }
  return [{
    rule: 'host-dns-name',
    prop,
    wrong: 'is no DNS name',
    got: value,
    remedy: 'write a host such as app.example.com or *.example.com, without scheme, port or path',
  }];
}

/** Bounds of a whole number; both count as inside. */
export interface NumberRange {
  readonly min: number;
  readonly max?: number;
}

export function checkWhole(rule: string, prop: string, value: number | undefined, range: NumberRange): Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= range.min && value <= (range.max ?? Number.MAX_SAFE_INTEGER))) {
    return [];
  }
  const bounds = range.max === undefined ? `${range.min} or more` : `from ${range.min} to ${range.max}`;
  return [{ rule, prop, wrong: `must be a whole number ${bounds}`, got: value, remedy: `pass a whole number ${bounds}` }];
}

export function checkPercent(prop: string, value: number | undefined): Problem[] {
  return checkWhole('weight-range', prop, value, { min: 0, max: 100 }).map((problem) => ({
    ...problem, wrong: 'must be a whole percent from 0 to 100', remedy: 'pass a whole percent from 0 to 100',
  }));
}

export function checkPort(prop: string, value: number | undefined): Problem[] {
  return checkWhole('port-range', prop, value, { min: 1, max: 65535 });
}

/** For times that Istio takes in milliseconds. */
export function checkPositive(prop: string, duration: Duration | undefined): Problem[] {
  const ms = duration?.toMilliseconds();
  return ms === undefined || ms >= 1 ? [] : [{
    rule: 'duration-positive', prop, wrong: 'must be 1 ms or more', got: `${ms} ms`, remedy: 'leave it out for the default',
  }];
}

/** For fields that the upstream API keeps as whole seconds. */
export function checkWholeSeconds(prop: string, value: Duration | undefined, min: number = 0): Problem[] {
  const ms = value?.toMilliseconds();
  if (ms === undefined || (ms >= min * 1000 && ms % 1000 === 0)) {
    return [];
  }
  return [{
    rule: 'duration-whole-seconds',
    prop,
    wrong: min > 0 ? `must be ${min} s or more, in whole seconds` : 'must be whole seconds',
    got: `${ms} ms`,
    remedy: 'use for instance Duration.seconds(30)',
  }];
}
