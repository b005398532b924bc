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
 *   sync: ArgoCdSync.automatic({ prune: true, selfHeal: true }),
 * });
 */
export class ArgoCdSync {
  /**
   * A person, or a pipeline.
   */
  public static manual(): ArgoCdSync {
    return new ArgoCdSync();
  }

  /**
   * Argo CD, when Git changes.
   *
   * @param options What it may do.
   */
  public static automatic(options: ArgoCdAutomaticSyncOptions = {}): ArgoCdSync {
    return new ArgoCdSync(options);
  }

  private constructor(private readonly automated?: ArgoCdAutomaticSyncOptions) {}

  /** @internal */
  public _toJson(): Manifest | undefined {
    const { prune, selfHeal, allowEmpty } = this.automated ?? {};
    return this.automated && compact({ prune: prune || undefined, selfHeal: selfHeal || undefined, allowEmpty: allowEmpty || undefined });
  }
}
