import { Manifest } from '../../core/manifest';
import { isRecord, record } from '../../core/read';

/** What the API server writes into a Service that leaves it out. */
const DEFAULTS: Manifest = {
  type: 'ClusterIP',
  sessionAffinity: 'None',
  internalTrafficPolicy: 'Cluster',
  externalTrafficPolicy: 'Cluster',
  ipFamilyPolicy: 'SingleStack',
  allocateLoadBalancerNodePorts: true,
  publishNotReadyAddresses: false,
};

/** What it allocates, and keeps where an update leaves it out: `patchAllocatedValues` in pkg/registry/core/service/strategy.go. */
const ALLOCATED = ['clusterIP', 'clusterIPs', 'ipFamilies', 'healthCheckNodePort'];

/** The spec of a Service without what it would have anyway. */
export function withoutServiceDefaults(spec: Manifest): Manifest {
  // Of a Service an empty selector is none; of other kinds it takes all.
  const own = drop(spec, (key, value) => DEFAULTS[key] === value || (key === 'selector' && isRecord(value) && Object.keys(value).length === 0));
  return Array.isArray(own.ports) ? { ...own, ports: own.ports.map((port) => isRecord(port) ? withoutPortDefaults(port) : port) } : own;
}

function withoutPortDefaults(port: Manifest): Manifest {
  return drop(port, (key, value) => (key === 'protocol' && value === 'TCP') || (key === 'targetPort' && value === port.port));
}

/** The spec of a Service without what was allocated and the other side leaves out. */
export function withoutAllocated(spec: Manifest, other: Manifest): Manifest {
  // Without an address is what somebody has written.
  const own = drop(spec, (key, value) => ALLOCATED.includes(key) && other[key] === undefined && value !== 'None');
  if (!Array.isArray(own.ports) || !Array.isArray(other.ports)) {
    return own;
  }
  const open = new Set(other.ports.filter((port) => isRecord(port) && port.nodePort === undefined).map(portKey));
  return { ...own, ports: own.ports.map((port) => isRecord(port) && open.has(portKey(port)) ? drop(port, (key) => key === 'nodePort') : port) };
}

function portKey(port: unknown): string {
  const { protocol, port: number } = record(port);
  return JSON.stringify([protocol, number]);
}

function drop(map: Manifest, isDropped: (key: string, value: unknown) => boolean): Manifest {
  return Object.fromEntries(Object.entries(map).filter(([key, value]) => !isDropped(key, value)));
}
