import { Manifest } from '../../core/manifest';
import { isRecord, list, Located } from '../../core/read';

type Release = '1.7' | '1.8' | '1.9' | '1.10';
type Fields = Readonly<Partial<Record<Release, readonly string[]>>>;

/** Fields of a pod, by the first release whose CRDs have them; `container` stands for every kind of container. */
const OF_PODS: Fields = {
  1.7: [
    'container.lifecycle.postStart.sleep', 'container.lifecycle.preStop.sleep', 'container.resizePolicy', 'container.resources.claims', 'container.restartPolicy',
    'affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.matchLabelKeys',
    'affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.mismatchLabelKeys',
    'affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[].matchLabelKeys',
    'affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[].mismatchLabelKeys',
    'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.matchLabelKeys',
    'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.mismatchLabelKeys',
    'affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[].matchLabelKeys',
    'affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[].mismatchLabelKeys',
    'resourceClaims', 'schedulingGates',
  ],
  1.9: [
    'container.env[].valueFrom.fileKeyRef', 'container.lifecycle.stopSignal', 'container.resources.claims[].request', 'container.restartPolicyRules',
    'container.securityContext.appArmorProfile', 'container.volumeMounts[].recursiveReadOnly', 'hostnameOverride', 'resourceClaims[].resourceClaimName',
    'resourceClaims[].resourceClaimTemplateName', 'resources', 'securityContext.appArmorProfile', 'securityContext.seLinuxChangePolicy',
    'securityContext.supplementalGroupsPolicy',
  ],
};

const OF_TEMPLATES: Fields = {
  '1.7': [
    'spec.metrics[].provider.datadog.aggregator', 'spec.metrics[].provider.datadog.formula', 'spec.metrics[].provider.datadog.queries',
    'spec.metrics[].provider.job.spec.backoffLimitPerIndex', 'spec.metrics[].provider.job.spec.maxFailedIndexes',
    'spec.metrics[].provider.job.spec.podReplacementPolicy', 'spec.metrics[].provider.prometheus.authentication.oauth2',
    'spec.metrics[].provider.web.authentication', 'spec.templates',
  ],
  '1.8': [
    'spec.metrics[].consecutiveSuccessLimit', 'spec.metrics[].provider.datadog.secretRef', 'spec.metrics[].provider.newRelic.timeout',
    'spec.metrics[].provider.prometheus.rangeQuery',
  ],
  '1.9': ['spec.metrics[].provider.job.spec.managedBy', 'spec.metrics[].provider.job.spec.successPolicy', 'spec.metrics[].provider.kayenta.lookback'],
  '1.10': ['spec.metrics[].provider.datadog.requestTimeout'],
};

/** The fields that came after the oldest known release, by kind and by the first release whose CRD has them. */
const OF_KINDS: Readonly<Record<string, ReadonlyArray<readonly [Fields, string]>>> = {
  Rollout: [[{
    1.7: [
      'spec.strategy.canary.steps[].experiment.analysisRunMetadata', 'spec.strategy.canary.steps[].experiment.dryRun',
      'spec.strategy.canary.trafficRouting.maxTrafficWeight', 'spec.workloadRef.scaleDown',
    ],
    1.8: ['spec.strategy.canary.steps[].plugin', 'spec.strategy.canary.trafficRouting.nginx.canaryIngressAnnotations'],
    1.9: [
      'spec.strategy.canary.replicaProgressThreshold', 'spec.strategy.canary.steps[].experiment.scaleDownDelaySeconds',
      'spec.strategy.canary.trafficRouting.istio.destinationRule.additionalSubsetNames',
    ],
  }, ''], [OF_PODS, 'spec.template.spec.']],
  AnalysisTemplate: [[OF_TEMPLATES, ''], [OF_PODS, 'spec.metrics[].provider.job.spec.template.spec.']],
  ClusterAnalysisTemplate: [[OF_TEMPLATES, ''], [OF_PODS, 'spec.metrics[].provider.job.spec.template.spec.']],
  Experiment: [[{ 1.7: ['spec.analysisRunMetadata'] }, ''], [OF_PODS, 'spec.templates[].template.spec.']],
};

/** A field of a kind, as a path in which `[]` stands for every item, and the first release that has it. */
export interface FieldVersion {
  readonly path: string;
  readonly since: string;
}

/** All fields of a kind that came after the oldest known release. */
export function fieldVersions(kind: string): FieldVersion[] {
  return (OF_KINDS[kind] ?? []).flatMap(([fields, prefix]) => Object.entries(fields).flatMap(([since, paths]) => (
    paths.flatMap((path) => containersIn(path)).map((path) => ({ path: prefix + path, since }))
  )));
}

function containersIn(path: string): string[] {
  return path.startsWith('container.')
    ? ['initContainers', 'containers', 'ephemeralContainers'].map((name) => path.replace('container', `${name}[]`)) : [path];
}

/** The places in an object at which a field with such a path is given. */
export function placesOf(object: Manifest, path: string): Located[] {
  return path.split('.').reduce((found, part) => found.flatMap((parent) => step(parent, part)), [{ value: object, path: '' }] as Located[]);
}

function step({ value, path }: Located, part: string): Located[] {
  const key = part.replace('[]', '');
  const child = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  const own = path === '' ? key : `${path}.${key}`;
  if (child === undefined || child === null) {
    return [];
  }
  return part === key ? [{ value: child, path: own }] : list(child).map((item, index) => ({ value: item, path: `${own}[${index}]` }));
}
