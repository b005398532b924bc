import { Manifest } from '../../../core/manifest';
import { at, list, record, text } from '../../../core/read';
import { APPLICATION, SERVICE } from '../../../model/manifests/kinds';
import { blueGreenOf, routesBy, serviceFields, versionsOf } from '../../../model/release/fields';
import { ROLLOUTS_NEAR } from '../../../model/release/rollouts-near';
import { Rule, RuleContext } from '../../rule';
import { Severity } from '../../severity';

const HARMFUL = ['ServerSideApply=true', 'Replace=true'];
const CURE = 'ServerSideApply=false';

export const syncKeepsSelectors: Rule = {
  id: 'sync-keeps-selectors',
  severity: Severity.ERROR,
  summary: 'a sync that applies server-side, or replaces, spares the Services whose selectors the controller writes',
  why: 'the sync drops the pod hash from the selector: users reach both versions, and a blue-green release is promoted without a pause',
  remedy: 'annotate the Service with argocd.argoproj.io/sync-options: ServerSideApply=false, or leave its selector out of Git',
  reference: 'argoproj/argo-rollouts#3437',
  stricterBecause: 'everything accepts it, and the release is promoted by the next sync',
  kinds: [APPLICATION],
  example: {
    bad: `
      kind: Application
      spec:
        destination: { namespace: shop }
        syncPolicy: { syncOptions: [ ServerSideApply=true ] }
      ---
      kind: Rollout
      metadata: { namespace: shop }
      spec:
        strategy: { blueGreen: { activeService: web } }
      ---
      kind: Service
      metadata: { name: web, namespace: shop }
    `,
    good: `
      kind: Application
      spec:
        destination: { namespace: shop }
        syncPolicy: { syncOptions: [ ServerSideApply=true ] }
      ---
      kind: Rollout
      metadata: { namespace: shop }
      spec:
        strategy: { blueGreen: { activeService: web } }
      ---
      kind: Service
      metadata: { name: web, namespace: shop, annotations: { argocd.argoproj.io/sync-options: ServerSideApply=false } }
    `,
  },
  check: (application, context) => {
    const options = list(at(application, 'spec', 'syncPolicy', 'syncOptions'));
    const harmful = HARMFUL.filter((option) => options.includes(option));
    const namespace = text(at(application, 'spec', 'destination', 'namespace'));
    const services = harmful.length === 0 || namespace === '' ? [] : managedServices(context, namespace);
    const unsafe = services.filter((service) => harmful.includes('Replace=true') || !optionsOf(service).includes(CURE));
    return unsafe.map((service) => ({
      path: `spec.syncPolicy.syncOptions[${options.indexOf(harmful[0])}]`, value: harmful[0], message: `drops the pod hash from the selector of Service ${text(at(service, 'metadata', 'name'))}`,
    }));
  },
};

/** The Services with a selector in Git in which the controller writes the hash of a version. */
function managedServices({ set }: RuleContext, namespace: string): Manifest[] {
  const managed = ROLLOUTS_NEAR.find(set, `${namespace}/`)
    .filter((rollout) => blueGreenOf(rollout) !== undefined || (routesBy(rollout, 'istio', 'alb', 'nginx') && !versionsOf(rollout).bySubset));
  return managed.flatMap((rollout) => serviceFields(rollout)).flatMap(({ value }) => set.find(SERVICE, text(value), namespace) ?? [])
    .filter((service) => Object.keys(record(at(service, 'spec', 'selector'))).length > 0);
}

function optionsOf(service: Manifest): string[] {
  return text(at(service, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options')).split(',').map((option) => option.trim());
}
