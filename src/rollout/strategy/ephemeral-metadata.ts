import type { RolloutSpecStrategyCanaryCanaryMetadata } from '../../../imports/argoproj.io';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';
import { POD_TEMPLATE_HASH_LABEL } from '../../core/labels';
import { compact, unlessEmpty } from '../../core/manifest';

/**
 * Labels and annotations that pods carry while they have a role in a release; live pods are changed in place.
 *
 * Do not select pods by these labels.
 */
export interface EphemeralMetadata {
  /**
   * Labels of the pods.
   *
   * @default - no labels are added
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - no annotations are added
   */
  readonly annotations?: { [key: string]: string };
}

export function renderEphemeralMetadata(metadata: EphemeralMetadata | undefined) {
  return metadata && unlessEmpty(compact<Wire<RolloutSpecStrategyCanaryCanaryMetadata>>({
    labels: unlessEmpty(metadata.labels), annotations: unlessEmpty(metadata.annotations),
  }));
}

/** The controller removes template labels of the same name, and the pods would leave their selector. */
export function checkEphemeralMetadata(prop: string, metadata: EphemeralMetadata | undefined, selected: string[]): Problem[] {
  return Object.keys(metadata?.labels ?? {})
    .filter((label) => label === POD_TEMPLATE_HASH_LABEL || selected.includes(label))
    .map((label) => ({
      rule: 'ephemeral-label-selected',
      prop: `${prop}.labels["${label}"]`,
      wrong: 'the pods are selected by this label',
      got: metadata?.labels?.[label],
      remedy: 'use another label',
    }));
}
