/** What the API server itself defines, as OpenAPI: the CRDs say nothing of it. */
const strings = { type: 'object', additionalProperties: { type: 'string' } };
const list = (items: object) => ({ type: 'array', items });
const text = { type: 'string' };
const flag = { type: 'boolean' };
const anything = { 'x-kubernetes-preserve-unknown-fields': true };
const portNumber = { type: 'integer', minimum: 1, maximum: 65535 };

export const METADATA = {
  type: 'object',
  required: ['name'],
  properties: {
    name: text,
    namespace: text,
    labels: strings,
    annotations: strings,
    generateName: text,
    finalizers: list(text),
    ownerReferences: list(anything),
    creationTimestamp: anything,
    deletionGracePeriodSeconds: anything,
    deletionTimestamp: anything,
    generation: anything,
    managedFields: anything,
    resourceVersion: anything,
    selfLink: anything,
    uid: anything,
  },
};

const SERVICE_PORT = {
  type: 'object',
  required: ['port'],
  properties: {
    name: text,
    port: portNumber,
    targetPort: { 'x-kubernetes-int-or-string': true },
    nodePort: portNumber,
    protocol: { type: 'string', enum: ['TCP', 'UDP', 'SCTP'] },
    appProtocol: text,
  },
};

const SERVICE_SPEC = {
  type: 'object',
  // Only a Service that routes nothing itself may do without ports.
  anyOf: [
    { required: ['ports'] },
    { required: ['clusterIP'], properties: { clusterIP: { const: 'None' } } },
    { required: ['type', 'externalName'], properties: { type: { const: 'ExternalName' } } },
  ],
  properties: {
    type: { type: 'string', enum: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] },
    ports: list(SERVICE_PORT),
    selector: strings,
    clusterIP: text,
    clusterIPs: list(text),
    externalIPs: list(text),
    externalName: text,
    externalTrafficPolicy: { type: 'string', enum: ['Cluster', 'Local'] },
    internalTrafficPolicy: { type: 'string', enum: ['Cluster', 'Local'] },
    trafficDistribution: text,
    healthCheckNodePort: portNumber,
    allocateLoadBalancerNodePorts: flag,
    loadBalancerClass: text,
    loadBalancerIP: text,
    loadBalancerSourceRanges: list(text),
    ipFamilies: list({ type: 'string', enum: ['IPv4', 'IPv6'] }),
    ipFamilyPolicy: { type: 'string', enum: ['SingleStack', 'PreferDualStack', 'RequireDualStack'] },
    publishNotReadyAddresses: flag,
    sessionAffinity: { type: 'string', enum: ['None', 'ClientIP'] },
    sessionAffinityConfig: {
      type: 'object',
      properties: {
        clientIP: { type: 'object', properties: { timeoutSeconds: { type: 'integer', minimum: 1, maximum: 86400 } } },
      },
    },
  },
};

export const SERVICE = { type: 'object', required: ['spec'], properties: { spec: SERVICE_SPEC } };
