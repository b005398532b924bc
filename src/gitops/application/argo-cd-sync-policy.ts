import type { ApplicationSpecSyncPolicyAutomated } from '../../../imports/argoproj.io';
import { compact, Manifest } from '../../core/manifest';

/**
 * What a sync that starts by itself may do.
 */
export interface ArgoCdAutomaticSyncOptions {
  /**
   * Whether objects that Git no longer has are deleted.
   *
   * @default false
   * @see spec.syncPolicy.automated.prune
   */
  readonly prune?: boolean;

  /**
   * Whether changes in the cluster are taken back. An `undo` of a release is one: it lasts until Git goes back too.
   *
   * @default false
   * @see spec.syncPolicy.automated.selfHeal
   */
  readonly selfHeal?: boolean;

  /**
   * Whether a source without a single object may delete all of them.
   *
   * @default false
   * @see spec.syncPolicy.automated.allowEmpty
   */
  readonly allowEmpty?: boolean;
}

/**
 * Who starts a sync.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/
 *
 * @example
 *
 * new ArgoCdApplication(chart, 'app', {
 *   source: ArgoCdSource.directory('https://git.example.com/shop/deploy.git', 'dist'),
 *   syncPolicy: ArgoCdSyncPolicy.automatic({ prune: true, selfHeal: true }),
 * });
 */
export class ArgoCdSyncPolicy {
  /**
   * A person, or a pipeline.
   */
  public static manual(): ArgoCdSyncPolicy {
    return new ArgoCdSyncPolicy();
  }

  /**
   * Argo CD, when Git changes.
   *
   * @param options What it may do.
   */
  public static automatic(options: ArgoCdAutomaticSyncOptions = {}): ArgoCdSyncPolicy {
    return new ArgoCdSyncPolicy(options);
  }

  private constructor(private readonly automated?: ArgoCdAutomaticSyncOptions) {}

  /** @internal */
  public _toJson(): Manifest | undefined {
    const { prune, selfHeal, allowEmpty } = this.automated ?? {};
    return this.automated && compact<ApplicationSpecSyncPolicyAutomated>({
      prune: prune || undefined, selfHeal: selfHeal || undefined, allowEmpty: allowEmpty || undefined,
    });
  }
}
