import * as kplus from 'cdk8s-plus-28';
import { canonicalTemplate } from '../../core/canonical-template';
import { ADDRESS_LABEL } from '../../core/labels';
import { Manifest } from '../../core/manifest';

/** Renders the pods of a cdk8s-plus workload; the one place that calls what cdk8s-plus marks as internal. */
export function renderWorkloadTemplate(workload: kplus.Workload): Manifest {
  return canonicalTemplate({ metadata: metadataOf(workload), spec: wirePodSpec(workload) });
}

/** Renders pods that were described elsewhere, with the labels and annotations of the rollout laid over theirs. */
export function renderGivenTemplate(workload: kplus.Workload, given: Manifest): Manifest {
  const own = metadataOf(workload);
  return canonicalTemplate({
    metadata: {
      ...own,
      labels: { ...withoutAddress(given.metadata?.labels), ...own.labels },
      annotations: { ...given.metadata?.annotations, ...own.annotations },
    },
    spec: byStableLabels(given.spec, given.metadata?.labels?.[ADDRESS_LABEL], workload.matchLabels),
  });
}

/** Affinities of a cdk8s-plus workload find its own pods by the address label; from here on by the rollout's labels. */
function byStableLabels(value: any, address: string | undefined, labels: Record<string, string>): any {
  if (address === undefined || value === null || typeof value !== 'object') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => byStableLabels(item, address, labels));
  }
  const { [ADDRESS_LABEL]: found, ...rest } = value;
  const mapped = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, byStableLabels(item, address, labels)]));
  return found === undefined ? mapped : { ...mapped, ...found === address ? labels : { [ADDRESS_LABEL]: found } };
}

function metadataOf(workload: kplus.Workload): Manifest {
  const { labels, ...metadata } = workload.podMetadata.toJson() ?? {};
  return { ...metadata, labels: withoutAddress(labels) };
}

function withoutAddress(labels: Manifest | undefined): Manifest {
  const { [ADDRESS_LABEL]: _, ...stable } = labels ?? {};
  return stable;
}

function wirePodSpec(workload: kplus.Workload): Manifest {
  const deployment = kplus.k8s.KubeDeployment.manifest({
    spec: { selector: {}, template: { spec: workload._toPodSpec() } },
  });
  return deployment.spec.template.spec;
}
