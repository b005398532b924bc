import { canonicalQuantity } from '../../core/canonical-quantity';
import { isRecord } from '../../core/read';

const QUANTITY_MAPS = new Set(['limits', 'requests', 'overhead', 'hard', 'capacity']);
const QUANTITIES = new Set(['sizeLimit', 'divisor', 'averageValue']);

/** An empty map or list says something here: a pause without an end, a selector of all. */
const EMPTY_COUNTS = new Set([
  'pause', 'emptyDir', 'podSelector', 'namespaceSelector', 'ingress', 'egress', 'requiredDuringSchedulingIgnoredDuringExecution',
  'blueGreen', 'canary',
]);

/** Nothing that was written by hand is deeper; what aliases build may be without end. */
const DEEPEST = 150;

/**
 * A value in the one form that all of its spellings share: keys sorted, quantities as the API server stores them, without nulls and
 * what is empty. Its maps have no prototype, so that any name is a key like others.
 */
export function canonical(value: unknown): unknown {
  return canonicalValue(value, '', '', new Set()) ?? {};
}

function canonicalValue(value: unknown, key: string, parent: string, above: Set<unknown>): unknown {
  if (typeof value !== 'object' || value === null) {
    const isQuantity = (QUANTITIES.has(key) || QUANTITY_MAPS.has(parent)) && (typeof value === 'string' || typeof value === 'number');
    return isQuantity ? canonicalQuantity(value) : value ?? undefined;
  }
  if (above.has(value) || above.size > DEEPEST) {
    return '…';
  }
  above.add(value);
  const result = Array.isArray(value) ? canonicalList(value, key, above) : canonicalRecord(value as Record<string, unknown>, key, above);
  above.delete(value);
  return result;
}

function canonicalList(list: unknown[], key: string, above: Set<unknown>): unknown {
  // An item that is empty is one all the same.
  const items = list.map((item) => canonicalValue(item, '', key, above) ?? (isRecord(item) ? Object.create(null) : Array.isArray(item) ? [] : null));
  return items.length > 0 || EMPTY_COUNTS.has(key) ? items : undefined;
}

function canonicalRecord(object: Record<string, unknown>, key: string, above: Set<unknown>): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  let size = 0;
  for (const name of Object.keys(object).sort()) {
    const value = canonicalValue(object[name], name, key, above);
    if (value !== undefined) {
      result[name] = value;
      size += 1;
    }
  }
  return size > 0 || EMPTY_COUNTS.has(key) ? result : undefined;
}
