import * as kplus from 'cdk8s-plus-28';
import { canonicalTemplate } from './canonical-template';
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
      labels: { ...given.metadata?.labels, ...own.labels },
      annotations: { ...given.metadata?.annotations, ...own.annotations },
    },
    spec: given.spec,
  });
}

function metadataOf(workload: kplus.Workload): Manifest {
  const { labels, ...metadata } = workload.podMetadata.toJson() ?? {};
  const { [ADDRESS_LABEL]: _, ...stable } = labels ?? {};
  return { ...metadata, labels: stable };
}

function wirePodSpec(workload: kplus.Workload): Manifest {
  const deployment = kplus.k8s.KubeDeployment.manifest({
    spec: { selector: {}, template: { spec: workload._toPodSpec() } },
  });
  return deployment.spec.template.spec;
}
