import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { patchable } from '../core/constructs/patches';
import { unlessEmpty } from '../core/manifest';

/**
 * A Service in front of a rollout, as the API server would store it: without the empty list of external addresses that
 * cdk8s-plus writes, and with the selector of the rollout as it stands at synthesis, unless the controller alone selects.
 */
export class RolloutService extends kplus.Service {
  public constructor(scope: Construct, id: string, private readonly pods: kplus.Workload | undefined, props: kplus.ServiceProps) {
    super(scope, id, props);
    patchable(this.apiObject);
  }

  /** @internal */
  public _toKube(): ReturnType<kplus.Service['_toKube']> {
    const spec = super._toKube();
    return {
      ...spec,
      selector: unlessEmpty({ ...this.pods?.toPodSelectorConfig().labelSelector._toKube().matchLabels, ...spec.selector }),
      externalIPs: unlessEmpty(spec.externalIPs),
    };
  }
}
