/** Of the objects before the gateway: an Ingress as the API server defines it, and a CRD of the AWS controller. */
const text = { type: 'string' };
const list = (items: object) => ({ type: 'array', items });
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const labels = { type: 'object', additionalProperties: text };

const BACKEND = object({ service: object({ name: text, port: object({ name: text, number: { type: 'integer' } }) }, ['name']) });

const PATH = object({ path: text, pathType: { enum: ['Exact', 'Prefix', 'ImplementationSpecific'] }, backend: BACKEND }, ['pathType', 'backend']);

const INGRESS_SPEC = object({
  ingressClassName: text,
  defaultBackend: BACKEND,
  rules: list(object({ host: text, http: object({ paths: list(PATH) }, ['paths']) })),
  tls: list(object({ hosts: list(text), secretName: text })),
});

export const INGRESS = object({ spec: INGRESS_SPEC }, ['spec']);

const PEER = object({ securityGroup: object({ groupID: text }, ['groupID']), ipBlock: object({ cidr: text }, ['cidr']) });

const PEER_PORT = object({ port: { 'x-kubernetes-int-or-string': true }, protocol: { enum: ['TCP', 'UDP'] } });

const BINDING_SPEC = object({
  targetGroupARN: text,
  targetGroupName: text,
  targetGroupProtocol: text,
  targetType: { enum: ['instance', 'ip'] },
  ipAddressType: { enum: ['ipv4', 'ipv6'] },
  multiClusterTargetGroup: { type: 'boolean' },
  vpcID: text,
  serviceRef: object({ name: text, port: { 'x-kubernetes-int-or-string': true } }, ['name', 'port']),
  networking: object({ ingress: list(object({ from: list(PEER), ports: list(PEER_PORT) }, ['from', 'ports'])) }),
  nodeSelector: object({ matchLabels: labels }),
}, ['serviceRef']);

export const TARGET_GROUP_BINDING = object({ spec: BINDING_SPEC }, ['spec']);
