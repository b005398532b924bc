import { at, items, Located, namespaceOf, text } from '../../../core/read';
import { DESTINATION_RULE, ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { DestinationRuleTarget, destinationRuleTarget } from '../../../model/routing/istio/targets';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const canarySubsetsFound: Rule = {
  id: 'canary-subsets-found',
  severity: Severity.ERROR,
  summary: 'the DestinationRule of a canary is among the manifests and has its two subsets, which differ',
  why: 'the controller cannot mark the versions: the release stands still, and users may be lost',
  remedy: 'add the subsets to the DestinationRule, and name two different ones',
  stricterBecause: 'the controller accepts the Rollout and fails in each pass of the release',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            trafficRouting:
              istio:
                virtualService: { name: app, routes: [ main ] }
                destinationRule: { name: app, stableSubsetName: stable, canarySubsetName: stable }
      ---
      kind: VirtualService
      spec:
        http: [ { name: main, route: [ { destination: { host: app, subset: stable } } ] } ]
      ---
      kind: DestinationRule
      metadata: { name: app }
      spec:
        host: app
        subsets: [ { name: stable, labels: {} } ]
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            trafficRouting:
              istio:
                virtualService: { name: app, routes: [ main ] }
                destinationRule: { name: app, stableSubsetName: stable, canarySubsetName: next }
      ---
      kind: VirtualService
      metadata: { name: app }
      spec:
        http:
          [
            {
                name: main,
                route:
                  [
                    { destination: { host: app, subset: stable }, weight: 100 },
                    { destination: { host: app, subset: next }, weight: 0 }
                  ]
              }
          ]
      ---
      kind: DestinationRule
      metadata: { name: app }
      spec:
        host: app
        subsets: [ { name: stable, labels: {} }, { name: next, labels: {} } ]
      ---
      kind: Service
      metadata: { name: app }
    `,
  },
  check: (rollout, { set }): Violation[] => {
    const target = destinationRuleTarget(readRelease(rollout));
    const rule = target && set.find(DESTINATION_RULE, target.name, namespaceOf(rollout));
    if (!target || !rule) {
      return target ? [{ path: `${target.path}.name`, value: target.name || undefined, message: `DestinationRule ${target.name} is not among the manifests`, severity: Severity.WARNING }] : [];
    }
    const subsets = items(at(rule, 'spec', 'subsets'), '').map(({ value }) => value.name);
    return [
      ...subsetFields(target).filter(({ value }) => !subsets.includes(value)).map((field) => ({
        ...field, message: `is no subset of DestinationRule ${target.name}, which has ${subsets.map(text).join(', ') || 'none'}`,
      })),
      ...target.stableSubset === target.canarySubset ? [{ path: `${target.path}.canarySubsetName`, value: target.canarySubset, message: 'is the stable subset too' }] : [],
    ];
  },
};

/** The fields of a Rollout that name the subsets of the two versions. */
export function subsetFields({ path, stableSubset, canarySubset }: DestinationRuleTarget): Located[] {
  return [{ path: `${path}.stableSubsetName`, value: stableSubset || undefined }, { path: `${path}.canarySubsetName`, value: canarySubset || undefined }];
}
