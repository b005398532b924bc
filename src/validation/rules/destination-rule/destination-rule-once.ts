import { Manifest } from '../../../core/manifest';
import { at, given, isRecord, nameOf, namespaceOf, text } from '../../../core/read';
import { DESTINATION_RULE } from '../../../model/manifests/kinds';
import { SetIndex } from '../../../model/manifests/set-index';
import { serviceKeyOfHost } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

/** Those for some workloads alone are besides. */
const BY_HOST = new SetIndex(DESTINATION_RULE, (rule) => given(at(rule, 'spec', 'workloadSelector')) ? [] : [keyOf(rule)]);

export const destinationRuleOnce: Rule = {
  id: 'destination-rule-once',
  severity: Severity.WARNING,
  summary: 'a host has one DestinationRule in a namespace',
  why: 'Istio merges their subsets and takes the traffic policy of the oldest alone',
  remedy: 'merge the two',
  kinds: [DESTINATION_RULE],
  example: {
    bad: `
      kind: DestinationRule
      metadata: { name: one }
      spec: { host: app }
      ---
      kind: DestinationRule
      metadata: { name: two }
      spec: { host: app }
    `,
    good: `
      kind: DestinationRule
      metadata: { name: one }
      spec: { host: app }
      ---
      kind: DestinationRule
      metadata: { name: two }
      spec: { host: other }
    `,
  },
  check: (rule, { set }) => {
    const [first] = BY_HOST.find(set, keyOf(rule));
    return !first || first === rule || isRecord(at(rule, 'spec', 'workloadSelector')) ? [] : [{
      path: 'spec.host', value: at(rule, 'spec', 'host'), message: `is the host of ${nameOf(first)} too`,
    }];
  },
};

function keyOf(rule: Manifest): string {
  const host = text(at(rule, 'spec', 'host'));
  return `${namespaceOf(rule) ?? ''} ${serviceKeyOfHost(host, namespaceOf(rule)) ?? host}`;
}
