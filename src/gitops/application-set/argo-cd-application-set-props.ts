import { ApiObjectMetadata } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ArgoCdGenerator } from './argo-cd-generator';
import { ArgoCdApplicationOptions } from '../application/argo-cd-application-props';

/**
 * Some of the Applications of a set, which are synced together, once those of the steps before are healthy. A paused Rollout is
 * not: the next step waits until it is promoted.
 *
 * @see spec.strategy.rollingSync.steps[]
 */
export interface ArgoCdRollingSyncStep {
  /**
   * The labels of the Applications, as `applicationLabels` gives them.
   *
   * @see spec.strategy.rollingSync.steps[].matchExpressions
   */
  readonly matchLabels: { [key: string]: string };

  /**
   * How many of them are synced at a time.
   *
   * @default - all
   * @see spec.strategy.rollingSync.steps[].maxUpdate
   */
  readonly maxUpdate?: kplus.PercentOrAbsolute;
}

/**
 * Properties of an `ArgoCdApplicationSet`. Texts may hold parameters of the generators, in the language of Go templates:
 * `{{.name}}`. A parameter that is missing is an error.
 */
export interface ArgoCdApplicationSetProps extends ArgoCdApplicationOptions {
  /**
   * Name, namespace, labels and annotations of the set.
   *
   * @default - the name is the id of the construct, the namespace `argocd`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Where the parameters come from. At least one.
   *
   * @see spec.generators
   */
  readonly generators: ArgoCdGenerator[];

  /**
   * The name of each Application, with a parameter that tells them apart: `shop-{{.name}}`.
   *
   * @see spec.template.metadata.name
   */
  readonly applicationName: string;

  /**
   * Labels of each Application.
   *
   * @default - none
   * @see spec.template.metadata.labels
   */
  readonly applicationLabels?: { [key: string]: string };

  /**
   * Annotations of each Application.
   *
   * @default - none
   * @see spec.template.metadata.annotations
   */
  readonly applicationAnnotations?: { [key: string]: string };

  /**
   * The Applications in the order in which they are synced, as a release over clusters. Argo CD then syncs them by itself, one
   * step after the other, whatever `syncPolicy` says. Its progressive syncs must be turned on.
   *
   * @default - all at once
   * @see spec.strategy.rollingSync
   */
  readonly rollingSync?: ArgoCdRollingSyncStep[];

  /**
   * Whether the objects in the clusters stay when the set or one of its Applications goes.
   *
   * @default false
   * @see spec.syncPolicy.preserveResourcesOnDeletion
   */
  readonly preserveResourcesOnDeletion?: boolean;
}
