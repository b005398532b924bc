import { Manifest } from './manifest';
import { storedQuantity } from './quantity/stored-quantity';
import { isRecord } from './read';

// The controller writes a Rollout back as its Go types encode it. What these types would drop or respell must not
// stand in Git: it would change hands at the first write, and server-side apply would report a conflict or a drift.
// The facts are those of the Kubernetes pod types (core/v1): fields that are no pointers lose their zero value,
// lists and maps lose their emptiness, quantities are respelled.

const ZERO_IS_DROPPED = new Set([
  'hostNetwork', 'hostPID', 'hostIPC', 'stdin', 'stdinOnce', 'tty', 'readOnly',
  'initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold', 'hostPort',
]);

/** Maps with the user's own keys: empty values are data there. */
const USER_MAPS = new Set([
  'labels', 'annotations', 'matchLabels', 'nodeSelector', 'limits', 'requests', 'overhead', 'volumeAttributes', 'options',
]);

/** Text that may be empty on purpose: a pointer in Go. */
const EMPTY_IS_KEPT = new Set(['storageClassName']);

const QUANTITY_MAPS = new Set(['limits', 'requests', 'overhead']);
const QUANTITIES = new Set(['sizeLimit', 'divisor']);
const CONTAINER_LISTS = new Set(['containers', 'initContainers']);

/** Returns the pod template as the API server would store it and the controller would write it. */
export function canonicalTemplate(template: Manifest): Manifest {
  return canonicalObject(template);
}

function canonicalObject(object: Manifest): Manifest {
  const result: Manifest = {};
  for (const key of Object.keys(object)) {
    const canonical = canonicalField(key, object[key]);
    if (canonical !== undefined) {
      result[key] = canonical;
    }
  }
  return result;
}

function canonicalField(key: string, value: any): any {
  if (value === null || value === undefined || (value === '' && !EMPTY_IS_KEPT.has(key))) {
    return undefined;
  }
  if ((value === false || value === 0) && ZERO_IS_DROPPED.has(key)) {
    return undefined;
  }
  if (QUANTITIES.has(key) && typeof value !== 'object') {
    return storedQuantity(value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : canonicalList(key, value);
  }
  if (typeof value !== 'object') {
    return value;
  }
  if (key === 'resourceFieldRef') {
    // A quantity is a struct in Go, so written even when it is zero.
    const divisor = value.divisor ?? 0;
    return { ...canonicalObject(value), divisor: typeof divisor === 'object' ? divisor : storedQuantity(divisor) };
  }
  return USER_MAPS.has(key) ? canonicalMap(key, value) : canonicalObject(value);
}

function canonicalMap(key: string, map: Manifest): Manifest | undefined {
  const entries = Object.entries(map).filter(([, value]) => value !== undefined && value !== null);
  if (entries.length === 0) {
    return undefined;
  }
  return QUANTITY_MAPS.has(key)
    ? Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'object' ? value : storedQuantity(value)]))
    : Object.fromEntries(entries);
}

function canonicalList(key: string, list: any[]): any[] {
  if (key === 'httpHeaders') {
    // The value of a header is always written.
    return list;
  }
  const items = list.map((item) => isRecord(item) ? canonicalObject(item) : item);
  return CONTAINER_LISTS.has(key) ? items.map((item) => isRecord(item) ? canonicalContainer(item) : item) : items;
}

function canonicalContainer(container: Manifest): Manifest {
  return {
    ...container,
    // A struct in Go, so written even when empty.
    resources: container.resources ?? {},
    ...Array.isArray(container.ports) && {
      // The CRD's schema fills this default in at admission.
      ports: container.ports.map((port) => isRecord(port) ? { ...port, protocol: port.protocol ?? 'TCP' } : port),
    },
  };
}
