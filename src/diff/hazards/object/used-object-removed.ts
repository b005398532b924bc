import { Manifest } from '../../../core/manifest';
import { at, isRecord, Located, namespaceOf, text, items } from '../../../core/read';
import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE, DESTINATION_RULE, SERVICE, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { KindName, kindOf } from '../../../model/manifests/manifest-set';
import { analysesOf, CANARY, routingOf, serviceFields, virtualServiceFields } from '../../../model/release/fields';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const usedObjectRemoved: Hazard = {
  id: 'used-object-removed',
  severity: Severity.ERROR,
  summary: 'an object is removed that a Rollout still names',
  why: 'the controller finds the Rollout invalid: no release starts or moves, and an abort does not bring users back',
  remedy: 'keep the object, or take its name out of the Rollout first',
  ofRollout: ({ old, now, environment: { before, after } }) => {
    const named = old && now ? namedBy(now.manifest) : [];
    return named.filter(({ kind, name, namespace }) => (
      before.find(kind, name, namespace) !== undefined && after.find(kind, name, namespace) === undefined
    )).map(({ kind, name, path }) => ({ path, value: name, message: `${kind.kind} ${name} is removed` }));
  },
};

interface Named {
  readonly kind: KindName;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly path: string;
}

function namedBy(rollout: Manifest): Named[] {
  const own = namespaceOf(rollout);
  const near = (kind: KindName) => ({ value, path }: Located): Named => ({ kind, name: text(value), namespace: own, path });
  const routes = virtualServiceFields(rollout).map(({ value, path }): Named => {
    const [name, namespace = own] = text(value.name).split('.');
    return { kind: VIRTUAL_SERVICE, name, namespace, path: `${path}.name` };
  });
  const templates = analysesOf(rollout).flatMap(({ value, path }) => items(value.templates, `${path}.templates`)).map(({ value, path }): Named => ({
    kind: value.clusterScope === true ? CLUSTER_ANALYSIS_TEMPLATE : ANALYSIS_TEMPLATE,
    name: text(value.templateName),
    namespace: value.clusterScope === true ? undefined : own,
    path: `${path}.templateName`,
  }));
  const workload = at(rollout, 'spec', 'workloadRef');
  return [
    ...serviceFields(rollout).map(near(SERVICE)),
    ...routes,
    near(DESTINATION_RULE)({ value: at(routingOf(rollout), 'istio', 'destinationRule', 'name'), path: `${CANARY}.trafficRouting.istio.destinationRule.name` }),
    ...templates,
    ...isRecord(workload) ? [near(kindOf(workload))({ value: workload.name, path: 'spec.workloadRef.name' })] : [],
  ];
}
