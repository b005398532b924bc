import { subsetFields } from './canary-subsets-found';
import { POD_TEMPLATE_HASH_LABEL } from '../../../core/labels';
import { at, items, namespaceOf, record, shown } from '../../../core/read';
import { DESTINATION_RULE, ROLLOUT } from '../../../model/manifests/kinds';
import { podLabelsOf, templateOf } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { destinationRuleTarget } from '../../../model/routing/istio/targets';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const subsetLabelsSelect: Rule = {
  id: 'subset-labels-select',
  severity: Severity.ERROR,
  summary: 'the labels of the two subsets of a canary are labels of its pods',
  why: 'the subset selects no pod, and its share of the users gets 503',
  remedy: 'leave the labels of the subsets empty, or write labels of the pod template',
  reference: 'argoproj/argo-rollouts#3681',
  stricterBecause: 'the controller and Istio accept it, and users are lost',
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
        subsets: [ { name: stable, labels: { track: stable } }, { name: next, labels: {} } ]
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
  check: (rollout, { set }) => {
    const target = destinationRuleTarget(readRelease(rollout));
    const rule = target && set.find(DESTINATION_RULE, target.name, namespaceOf(rollout));
    const pods = podLabelsOf(rollout);
    return (target && templateOf(rollout) ? subsetFields(target) : []).flatMap(({ path, value }) => {
      const subset = items(at(rule, 'spec', 'subsets'), '').find((entry) => entry.value.name === value);
      const lacking = Object.entries(record(subset?.value.labels)).filter(([key, label]) => key !== POD_TEMPLATE_HASH_LABEL && pods[key] !== label);
      return lacking.map(([key, label]) => ({ path, value, message: `the subset selects by a label that the pods lack, ${key}: ${shown(label)}` }));
    });
  },
};
