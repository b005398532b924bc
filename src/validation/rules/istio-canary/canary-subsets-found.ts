import { at, isRecord, items, namespaceOf, text } from '../../../core/read';
import { DESTINATION_RULE, ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, routingOf } from '../../../model/release/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const PATH = `${CANARY}.trafficRouting.istio.destinationRule`;
const FIELDS = ['stableSubsetName', 'canarySubsetName'];

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
    const named = at(routingOf(rollout), 'istio', 'destinationRule');
    if (!isRecord(named)) {
      return [];
    }
    const rule = set.find(DESTINATION_RULE, text(named.name), namespaceOf(rollout));
    if (!rule) {
      return [{ path: `${PATH}.name`, value: named.name, message: `DestinationRule ${text(named.name)} is not among the manifests`, severity: Severity.WARNING }];
    }
    const subsets = items(at(rule, 'spec', 'subsets'), '').map(({ value }) => value.name);
    return [
      ...FIELDS.filter((field) => !subsets.includes(named[field])).map((field) => ({
        path: `${PATH}.${field}`, value: named[field], message: `is no subset of DestinationRule ${text(named.name)}, which has ${subsets.map(text).join(', ') || 'none'}`,
      })),
      ...named.stableSubsetName === named.canarySubsetName ? [{ path: `${PATH}.canarySubsetName`, value: named.canarySubsetName, message: 'is the stable subset too' }] : [],
    ];
  },
};
