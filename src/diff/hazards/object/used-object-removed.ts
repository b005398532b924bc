import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE, SERVICE } from '../../../model/manifests/kinds';
import { KindName, kindOf } from '../../../model/manifests/manifest-set';
import { readRelease } from '../../../model/release/read-release';
import { Release } from '../../../model/release/release';
import { namedObjects } from '../../../model/routing/named-objects';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const usedObjectRemoved: Hazard = {
  id: 'used-object-removed',
  severity: Severity.ERROR,
  summary: 'an object is removed that a Rollout still names',
  why: 'the controller finds the Rollout invalid: no release starts or moves, and an abort does not bring users back',
  remedy: 'keep the object, or take its name out of the Rollout first',
  ofRollout: ({ old, now, environment: { before, after } }) => {
    const named = old && now ? namedBy(readRelease(now.manifest)) : [];
    return named.filter(({ kind, name, namespace }) => (
      before.find(kind, name, namespace) !== undefined && after.find(kind, name, namespace) === undefined
    )).map(({ kind, name, path }) => ({ path, value: name, message: `${kind.kind} ${name} is removed` }));
  },
};

interface Named {
  readonly kind: KindName;
  readonly name: string;
  readonly namespace?: string;
  readonly path: string;
}

function namedBy(release: Release): Named[] {
  const { namespace, template } = release;
  const templates = release.analyses.flatMap((analysis) => analysis.templates).map(({ clusterScope, ...named }): Named => (
    clusterScope ? { ...named, kind: CLUSTER_ANALYSIS_TEMPLATE } : { ...named, kind: ANALYSIS_TEMPLATE, namespace }
  ));
  return [
    ...release.services.map(({ name, path }) => ({ kind: SERVICE, name, namespace, path })),
    ...namedObjects(release),
    ...templates,
    ...template.kind === 'workload'
      ? [{ kind: kindOf({ apiVersion: template.apiVersion, kind: template.workloadKind }), name: template.name, namespace, path: 'spec.workloadRef.name' }]
      : [],
  ];
}
