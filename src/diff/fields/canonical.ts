import { comparedQuantity } from '../../core/quantity/compared-quantity';
import { isRecord } from '../../core/read';

const QUANTITY_MAPS = new Set(['limits', 'requests', 'overhead', 'hard', 'capacity']);
const QUANTITIES = new Set(['sizeLimit', 'divisor', 'averageValue']);

/** An empty map or list says something here: a pause without an end, a selector of all. */
const EMPTY_COUNTS = new Set([
  'pause', 'emptyDir', 'podSelector', 'namespaceSelector', 'ingress', 'egress', 'requiredDuringSchedulingIgnoredDuringExecution',
  'blueGreen', 'canary', 'selector',
]);

/** Of a pod template only these are the same empty and left out: structs and maps in the Go types. All other maps are pointers. */
const EMPTY_IN_TEMPLATE = new Set([
  'metadata', 'spec', 'labels', 'annotations', 'resources', 'limits', 'requests', 'overhead', 'nodeSelector', 'matchLabels',
  'volumeAttributes', 'options', 'preference', 'podAffinityTerm',
]);

/** Nothing that was written by hand is deeper; what aliases build may be without end. */
const DEEPEST = 150;

/**
 * A value in the one form that all of its spellings share: keys sorted, quantities by their value, without nulls and what
 * is empty. Its maps have no prototype, so that any name is a key like others.
 */
export function canonical(value: unknown): unknown {
  return canonicalValue(value, { key: '', parent: '', isTemplate: false }, new Set()) ?? {};
}

/** The same for a pod template by itself. */
export function canonicalPods(template: unknown): unknown {
  return canonicalValue(template, { key: 'spec', parent: '', isTemplate: true }, new Set()) ?? {};
}

interface Place {
  readonly key: string;
  readonly parent: string;
  readonly isTemplate: boolean;
}

function canonicalValue(value: unknown, place: Place, above: Set<unknown>): unknown {
  const { key, parent } = place;
  if (typeof value !== 'object' || value === null) {
    const isAmount = QUANTITY_MAPS.has(parent);
    const isQuantity = (isAmount || QUANTITIES.has(key)) && (typeof value === 'string' || typeof value === 'number');
    return isQuantity ? comparedQuantity(value, isAmount) : value ?? undefined;
  }
  if (above.has(value) || above.size > DEEPEST) {
    return '…';
  }
  above.add(value);
  const result = Array.isArray(value) ? canonicalList(value, place, above) : canonicalRecord(value as Record<string, unknown>, place, above);
  above.delete(value);
  return result;
}

function canonicalList(list: unknown[], { key, isTemplate }: Place, above: Set<unknown>): unknown {
  // An item that is empty is one all the same.
  const items = list.map((item) => (
    canonicalValue(item, { key: '', parent: key, isTemplate }, above) ?? (isRecord(item) ? Object.create(null) : Array.isArray(item) ? [] : null)
  ));
  return items.length > 0 || (EMPTY_COUNTS.has(key) && !isTemplate) ? items : undefined;
}

function canonicalRecord(object: Record<string, unknown>, { key, isTemplate }: Place, above: Set<unknown>): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  let size = 0;
  for (const name of Object.keys(object).sort()) {
    const value = canonicalValue(object[name], { key: name, parent: key, isTemplate: isTemplate || name === 'template' }, above);
    if (value !== undefined) {
      result[name] = value;
      size += 1;
    }
  }
  return size > 0 || (isTemplate ? !EMPTY_IN_TEMPLATE.has(key) : EMPTY_COUNTS.has(key)) ? result : undefined;
}
