import { Violation, Rule } from './rule';
import { Manifest } from '../core/manifest';
import { at, items, Located } from '../core/read';
import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE } from '../model/manifests/kinds';

/** The kinds that hold metrics. */
export const WITH_METRICS = [ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE];

/** A check of each metric of a template by itself. */
export function ofEachMetric(check: (metric: Located) => Violation[]): Rule['check'] {
  return (template: Manifest) => items(at(template, 'spec', 'metrics'), 'spec.metrics').flatMap(check);
}

/** A count may be written as text; one that an argument gives is known at run time only. */
export function countOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' ? number : undefined;
}

/** Whether an argument gives the value at run time. */
export function isTemplated(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}
