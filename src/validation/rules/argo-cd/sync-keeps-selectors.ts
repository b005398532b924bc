import { Manifest } from '../../../core/manifest';
import { at, record, text } from '../../../core/read';
import { Application, appliedRollouts, readApplication, syncOption } from '../../../model/gitops/application';
import { managedObjects } from '../../../model/managed-fields/managed-fields';
import { APPLICATION, APPLICATION_SET, SERVICE } from '../../../model/manifests/kinds';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { readRelease } from '../../../model/release/read-release';
import { Release } from '../../../model/release/release';
import { istioVersions } from '../../../model/routing/istio/versions';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const REPLACE = 'Replace=true';
const HARMFUL = ['ServerSideApply=true', REPLACE];
const CURE = 'ServerSideApply=false';

export const syncKeepsSelectors: Rule = {
  id: 'sync-keeps-selectors',
  severity: Severity.ERROR,
  summary: 'a sync that applies server-side, or replaces, spares the Services whose selectors the controller writes',
  why: 'the sync drops the pod hash from the selector: users reach both versions, and a blue-green release is promoted without a pause',
  remedy: 'annotate the Service with argocd.argoproj.io/sync-options: ServerSideApply=false, or leave its selector out of Git',
  reference: 'argoproj/argo-rollouts#3437',
  stricterBecause: 'everything accepts it, and the release is promoted by the next sync',
  kinds: [APPLICATION, APPLICATION_SET],
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
  check: (object, { set }) => {
    const application = readApplication(object);
    const [harmful] = HARMFUL.flatMap((option) => syncOption(application, option) ?? []);
    const replaces = syncOption(application, REPLACE) !== undefined;
    return (harmful ? managedServices(set, application) : []).filter((service) => replaces || !optionsOf(service).includes(CURE)).map((service) => ({
      ...harmful, message: `drops the pod hash from the selector of Service ${text(at(service, 'metadata', 'name'))}`,
    }));
  },
};

/** The Services with a selector in Git in which the controller writes the hash of a version. */
function managedServices(set: ManifestSet, application: Application): Manifest[] {
  return appliedRollouts(set, application).map(readRelease).filter(splitsByServices).flatMap((release) => managedObjects(release, false))
    .flatMap(({ writes, fields }) => writes === 'selector' ? set.find(SERVICE, text(fields.name), application.namespace) ?? [] : [])
    .filter((service) => Object.keys(record(at(service, 'spec', 'selector'))).length > 0);
}

/** Whether the Services of the two versions decide which version users reach. */
function splitsByServices(release: Release): boolean {
  return release.strategy.kind === 'blueGreen' || (release.routers.length > 0 && !istioVersions(release).bySubset);
}

function optionsOf(service: Manifest): string[] {
  return text(at(service, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options')).split(',').map((option) => option.trim());
}
