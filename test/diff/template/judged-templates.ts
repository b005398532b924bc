import { Manifest } from '../../util/synth';

type Edit = (spec: Manifest, container: Manifest, template: Manifest) => void;

function template(edit: Edit): Manifest {
  const container: Manifest = { name: 'a', image: 'a:1', ports: [{ containerPort: 80 }] };
  const result: Manifest = { metadata: { labels: { app: 'a' } }, spec: { containers: [container] } };
  edit(result.spec, container, result);
  return result;
}

const none: Edit = () => undefined;
const pod = (fields: Manifest): Edit => (spec) => Object.assign(spec, fields);
const box = (fields: Manifest): Edit => (_, container) => Object.assign(container, fields);
const metadata = (fields: Manifest): Edit => (_, _container, { metadata: own }) => Object.assign(own, fields);
const volume = (source: Manifest): Edit => pod({ volumes: [{ name: 'x', ...source }] });
const claim = (spec: Manifest, rest: Manifest = {}): Edit => volume({ ephemeral: { volumeClaimTemplate: { ...rest, spec: { accessModes: ['ReadWriteOnce'], ...spec } } } });
const probe = (fields: Manifest): Edit => box({ livenessProbe: { exec: { command: ['a'] }, ...fields } });
const spread = (fields: Manifest): Edit => pod({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'z', whenUnsatisfiable: 'ScheduleAnyway', ...fields }] });
const cpu = (quantity: string) => box({ resources: { limits: { cpu: quantity } } });
const divisor = (quantity: string) => box({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: quantity } } }] });
const newest = { image: `a:latest@sha256:${'a'.repeat(64)}` };
const term = { topologyKey: 'z' };

/** Two templates, and whether `PodTemplateEqualIgnoreHash` of the controller takes them for the same after the defaults of a PodTemplate. */
export const JUDGED: ReadonlyArray<readonly [what: string, isSame: boolean, one: Manifest, other: Manifest]> = ([
  ['no security of the pod', true, none, pod({ securityContext: {} })],
  ['no annotations', true, none, metadata({ annotations: {} })],
  ['no node selector', true, none, pod({ nodeSelector: {} })],
  ['no tolerations', true, none, pod({ tolerations: [] })],
  ['no overhead', true, none, pod({ overhead: {} })],
  ['no image pull secrets', true, none, pod({ imagePullSecrets: [] })],
  ['no variables', true, none, box({ env: [], envFrom: [] })],
  ['no resources', true, none, box({ resources: {} })],
  ['no limits', true, none, box({ resources: { limits: {}, requests: {}, claims: [] } })],
  ['affinity that is null', true, none, pod({ affinity: null })],
  ['no labels in a selector', true, spread({ labelSelector: {} }), spread({ labelSelector: { matchLabels: {}, matchExpressions: [] } })],
  ['no metadata of a claim', true, claim({}), claim({ resources: {} }, { metadata: {} })],
  ['the mode of a claim', true, claim({}), claim({ volumeMode: 'Filesystem' })],
  ['no attributes of a driver', true, volume({ csi: { driver: 'd' } }), volume({ csi: { driver: 'd', volumeAttributes: {} } })],
  ['a volume without a source', true, volume({}), volume({ emptyDir: {} })],
  ['the type of a path', true, volume({ hostPath: { path: '/a' } }), volume({ hostPath: { path: '/a', type: '' } })],
  ['the interface of a target', true, volume({ iscsi: { targetPortal: 'p', iqn: 'i', lun: 0 } }), volume({ iscsi: { targetPortal: 'p', iqn: 'i', lun: 0, iscsiInterface: 'default' } })],
  ['the pool of a device', true, volume({ rbd: { image: 'i', monitors: ['m'] } }), volume({ rbd: { image: 'i', monitors: ['m'], pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } })],
  ['the pull policy of the newest image with a digest', true, box(newest), box({ ...newest, imagePullPolicy: 'Always' })],
  ['the service of a probe', true, box({ livenessProbe: { grpc: { port: 1 } } }), box({ livenessProbe: { grpc: { port: 1, service: '' } } })],
  ['no delay of a probe', true, probe({}), probe({ initialDelaySeconds: 0 })],
  ['the way of a hook', true, box({ lifecycle: { preStop: { httpGet: { port: 1 } } } }), box({ lifecycle: { preStop: { httpGet: { port: 1, scheme: 'HTTP', path: '/' } } } })],
  ['a variable without a value', true, box({ env: [{ name: 'A', value: '' }] }), box({ env: [{ name: 'A' }] })],
  ['the name of the account twice', true, pod({ serviceAccountName: 'x' }), pod({ serviceAccountName: 'x', serviceAccount: 'x' })],
  ['the spelling of quantities', true, box({ resources: { limits: { cpu: 0.5, memory: '1024Mi' } } }), box({ resources: { limits: { cpu: '500m', memory: '1Gi' } } })],
  ['a quantity by its exponent', true, cpu('1e3'), cpu('1k')],
  ['a quantity in bytes and in GiB', true, cpu('1073741824'), cpu('1Gi')],
  ['a quantity with a sign', true, cpu('+1'), cpu('1000m')],
  ['a quantity below a thousandth', true, cpu('1u'), cpu('1m')],
  ['a divisor below a thousandth', false, divisor('1u'), divisor('1m')],
  ['a divisor by its exponent', true, divisor('1e3'), divisor('1k')],
  ['a quantity in GiB and in GB', false, cpu('1Gi'), cpu('1G')],
  ['a quantity that is one more', false, cpu('1e3'), cpu('1001')],
  ['requests that equal the limits', false, box({ resources: { limits: { cpu: '1' } } }), box({ resources: { limits: { cpu: '1' }, requests: { cpu: '1000m' } } })],
  ['security of a container', false, none, box({ securityContext: {} })],
  ['security that is all false', false, box({ securityContext: { readOnlyRootFilesystem: false } }), box({ securityContext: {} })],
  ['capabilities', false, box({ securityContext: {} }), box({ securityContext: { capabilities: {} } })],
  ['affinity', false, none, pod({ affinity: {} })],
  ['affinity to nodes', false, pod({ affinity: {} }), pod({ affinity: { nodeAffinity: {} } })],
  ['no required terms among pods', true, pod({ affinity: { podAffinity: {} } }), pod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [] } } })],
  ['required nodes', false, pod({ affinity: { nodeAffinity: {} } }), pod({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } } })],
  ['no preference of a term', true, pod({ affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }] } } }),
    pod({ affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: {} }] } } })],
  ['all pods in a term', false, pod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } }),
    pod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, labelSelector: {} }] } } })],
  ['all namespaces in a term', false, pod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } }),
    pod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, namespaceSelector: {} }] } } })],
  ['all pods in a spread', false, spread({}), spread({ labelSelector: {} })],
  ['hooks', false, none, box({ lifecycle: {} })],
  ['a hook', false, box({ lifecycle: {} }), box({ lifecycle: { preStop: {} } })],
  ['a probe', false, none, box({ livenessProbe: {} })],
  ['a probe of defaults', false, none, box({ readinessProbe: { timeoutSeconds: 1 } })],
  ['settings of names', false, none, pod({ dnsConfig: {} })],
  ['the source of a variable', false, box({ env: [{ name: 'A' }] }), box({ env: [{ name: 'A', valueFrom: {} }] })],
  ['the volumes of a claim', false, claim({}), claim({ selector: {} })],
  ['a map that is optional in words', false, volume({ configMap: { name: 'c' } }), volume({ configMap: { name: 'c', optional: false } })],
  ['no token', false, none, pod({ automountServiceAccountToken: false })],
  ['the patience of a probe', false, probe({}), probe({ terminationGracePeriodSeconds: 30 })],
  ['a node of any name', false, pod({ nodeSelector: { a: '' } }), none],
  ['a name of the template', false, none, metadata({ name: 'x' })],
] as Array<[string, boolean, Edit, Edit]>).map(([what, isSame, one, other]) => [what, isSame, template(one), template(other)]);
