import { Problem } from '../../core/checks/problems';
import { unlessEmpty } from '../../core/manifest';

/**
 * How a sync applies objects.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 */
export interface ArgoCdSyncOptions {
  /**
   * Whether only objects that differ from Git are applied. With the rules for rollouts, an object that only the controller has
   * changed does not differ, so a sync during a release leaves its weights alone.
   *
   * @default true
   */
  readonly applyOutOfSyncOnly?: boolean;

  /**
   * Whether objects are applied server-side. The Services of the rollouts are kept from it by an annotation, which Argo CD
   * knows since 2.14, also those that were passed to a rollout: a full server-side apply of them would lead users to both
   * versions, and promote a blue-green release.
   *
   * @default false
   */
  readonly serverSideApply?: boolean;

  /**
   * Whether ignored fields keep what is in the cluster even where their object is applied. It counts a list as one value: once
   * the controller has changed a weight, edits of any route of that VirtualService in Git no longer arrive.
   *
   * @default false
   */
  readonly respectIgnoreDifferences?: boolean;

  /**
   * Whether the namespace of the destination is created.
   *
   * @default false
   */
  readonly createNamespace?: boolean;

  /**
   * Whether objects that Git no longer has are deleted after all others are applied and healthy. A paused Rollout is not
   * healthy: deletions then wait for its promotion.
   *
   * @default false
   */
  readonly pruneLast?: boolean;

  /**
   * Whether a sync fails where an object belongs to another Application.
   *
   * @default false
   */
  readonly failOnSharedResource?: boolean;

  /**
   * Further options, as in `SkipDryRunOnMissingResource=true`.
   *
   * @default - none
   */
  readonly additional?: string[];
}

const OPTIONS: Array<[key: keyof ArgoCdSyncOptions, name: string]> = [
  ['createNamespace', 'CreateNamespace'],
  ['applyOutOfSyncOnly', 'ApplyOutOfSyncOnly'],
  ['serverSideApply', 'ServerSideApply'],
  ['respectIgnoreDifferences', 'RespectIgnoreDifferences'],
  ['pruneLast', 'PruneLast'],
  ['failOnSharedResource', 'FailOnSharedResource'],
];

export function renderSyncOptions(options: ArgoCdSyncOptions = {}): string[] | undefined {
  const set = { ...options, applyOutOfSyncOnly: options.applyOutOfSyncOnly ?? true };
  return unlessEmpty([...OPTIONS.filter(([key]) => set[key]).map(([, name]) => `${name}=true`), ...options.additional ?? []]);
}

export function checkSyncOptions(options: ArgoCdSyncOptions = {}, rollouts: number): Problem[] {
  const additional = options.additional ?? [];
  const known = (option: string) => OPTIONS.find(([, name]) => option.startsWith(`${name}=`))?.[0];
  return [
    ...additional.filter((option) => !/^[A-Za-z]+=[A-Za-z]+$/.test(option)).map((option) => ({
      rule: 'sync-option', prop: 'syncOptions.additional', wrong: 'is no sync option', got: option, remedy: 'write it as SkipDryRunOnMissingResource=true',
    })),
    ...additional.filter(known).map((option) => ({
      rule: 'sync-option', prop: 'syncOptions.additional', wrong: 'has a prop of its own', got: option, remedy: `use syncOptions.${known(option)}`,
    })),
    // Replaces the selectors of Services, as a full server-side apply does.
    ...additional.filter((option) => rollouts > 0 && option === 'Replace=true').map((option) => ({
      rule: 'sync-keeps-selectors',
      prop: 'syncOptions.additional',
      wrong: 'would lead users to both versions, and promote blue-green releases',
      got: option,
      remedy: 'leave it out, or annotate the objects that need it with argocd.argoproj.io/sync-options',
    })),
  ];
}
