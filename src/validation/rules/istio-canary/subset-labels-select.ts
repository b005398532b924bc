import { POD_TEMPLATE_HASH_LABEL } from '../../../core/labels';
import { at, items, namespaceOf, record, text, shown } from '../../../core/read';
import { DESTINATION_RULE, ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, podLabelsOf, routingOf, templateOf } from '../../../model/release/fields';
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
    const named = record(at(routingOf(rollout), 'istio', 'destinationRule'));
    const rule = set.find(DESTINATION_RULE, text(named.name), namespaceOf(rollout));
    const pods = podLabelsOf(rollout);
    return (templateOf(rollout) ? ['stableSubsetName', 'canarySubsetName'] : []).flatMap((field) => {
      const subset = items(at(rule, 'spec', 'subsets'), '').find(({ value }) => value.name === named[field]);
      const lacking = Object.entries(record(subset?.value.labels)).filter(([key, label]) => key !== POD_TEMPLATE_HASH_LABEL && pods[key] !== label);
      return lacking.map(([key, label]) => ({
        path: `${CANARY}.trafficRouting.istio.destinationRule.${field}`, value: named[field], message: `the subset selects by a label that the pods lack, ${key}: ${shown(label)}`,
      }));
    });
  },
};
