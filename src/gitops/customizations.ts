import { Yaml } from 'cdk8s';
import { compact, unlessEmpty } from '../core/manifest';
import { IgnoreDifference } from '../model/managed-fields/ignore-difference';
import { Rollout } from '../rollout/rollout';

const PREFIX = 'resource.customizations.ignoreDifferences.';

/**
 * The rules for rollouts as settings of Argo CD itself, for those who cannot change their Applications.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/#system-level-configuration
 *
 * @example
 *
 * const rollout = new IstioCanaryRollout(chart, 'app', { containers, hosts, gateways, steps });
 *
 * const data = ArgoCdCustomizations.ofRollouts(rollout);
 */
export class ArgoCdCustomizations {
  /**
   * The keys and texts to put into `data` of the ConfigMap `argocd-cm`. Settings of Argo CD know no names of objects: each rule
   * holds for all objects of its kind, in all Applications, so that rules of an Application are the narrower ones.
   *
   * @param rollouts The rollouts; rules that are the same stand once.
   * @returns a text for each kind, by its key
   */
  public static ofRollouts(...rollouts: Rollout[]): { [key: string]: string } {
    const byKey = new Map<string, IgnoreDifference[]>();
    for (const rule of rollouts.flatMap(({ ignoreDifferences }) => ignoreDifferences)) {
      const key = `${PREFIX}${[...rule.group ? [rule.group] : [], rule.kind].join('_')}`;
      byKey.set(key, [...byKey.get(key) ?? [], rule]);
    }
    return Object.fromEntries([...byKey].sort(([one], [other]) => one < other ? -1 : 1).map(([key, rules]) => [key, textOf(rules)]));
  }

  private constructor() {}
}

function textOf(rules: IgnoreDifference[]): string {
  const distinct = (texts: string[]) => unlessEmpty([...new Set(texts)]);
  return Yaml.stringify(compact({
    jsonPointers: distinct(rules.flatMap(({ jsonPointers = [] }) => jsonPointers)),
    jqPathExpressions: distinct(rules.flatMap(({ jqPathExpressions = [] }) => jqPathExpressions)),
  }));
}
