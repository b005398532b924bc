import { IgnoreDifference } from './ignore-difference';
import { ManagedObject } from './managed-object';
import { POD_TEMPLATE_HASH_LABEL } from '../../core/labels';
import { compact } from '../../core/manifest';
import { canaryIn, Release, stepsIn } from '../release/release';
import { actionsIn } from '../release/steps';
import { DestinationRuleTarget, destinationRuleTarget, VirtualServiceTarget, virtualServiceTargets } from '../routing/istio/targets';

const GROUP = 'networking.istio.io';
const WEIGHTS = '.route[]?.weight';

/** What the controller of a canary rewrites in VirtualServices and the DestinationRule. Routes are found by name, never by index. */
export function istioObjects(release: Release, annotation: string): ManagedObject[] {
  const further = experimentEntries(release);
  const rule = destinationRuleTarget(release);
  return [
    ...virtualServiceTargets(release).map((target): ManagedObject => (
      { writes: 'weights', fields: virtualServiceFields(target, canaryIn(release)?.managedRoutes ?? [], further) }
    )),
    ...rule ? [{ writes: 'subsets' as const, fields: destinationRuleFields(rule, annotation, further !== undefined) }] : [],
  ];
}

function virtualServiceFields(target: VirtualServiceTarget, managedRoutes: readonly string[], further: string | undefined): IgnoreDifference {
  const routes = weightedRoutes(target);
  return compact({
    group: GROUP,
    kind: 'VirtualService',
    name: target.name,
    ...target.namespace !== undefined && { namespace: target.namespace },
    jqPathExpressions: [
      ...routes.map((route) => `${route} | ${WEIGHTS}`),
      ...further === undefined ? [] : routes.map((route) => `${route} | .route[]? | ${further}`),
      ...managedRoutes.map((route) => `.spec.http[]? | select(.name == ${quote(route)})`),
    ],
  });
}

/** The paths of the routes whose weights change, found as the controller finds them. */
function weightedRoutes({ routes, tlsRoutes, tcpRoutes }: VirtualServiceTarget): string[] {
  if (routes.length + tlsRoutes.length + tcpRoutes.length === 0) {
    // A route that nobody names is the only one.
    return ['.spec.http[]?'];
  }
  return [
    ...routes.map((name) => `.spec.http[]? | select(.name == ${quote(name)})`),
    ...tlsRoutes.map(({ port, sniHosts }) => `.spec.tls[]? | select(${portIs(port)} and ${sniHostsAre(sniHosts ?? [])})`),
    ...tcpRoutes.map(({ port }) => `.spec.tcp[]? | select(${portIs(port)})`),
  ];
}

function portIs(port: number | undefined): string {
  return port ? `any(.match[]?; .port == ${port})` : 'all(.match[]?; .port == null)';
}

function sniHostsAre(hosts: string[]): string {
  return `([.match[]?.sniHosts[]?] | unique) == ${quote([...new Set(hosts)].sort())}`;
}

/** By subset the controller adds the hash of the pods to the labels, and by host nothing. */
function destinationRuleFields(target: DestinationRuleTarget, annotation: string, experiments: boolean): IgnoreDifference {
  const names = [target.stableSubset, target.canarySubset];
  const ours = `.spec.subsets[]? | select(${names.map((subset) => `.name == ${quote(subset)}`).join(' or ')}) | .labels`;
  return {
    group: GROUP,
    kind: 'DestinationRule',
    name: target.name,
    jsonPointers: [annotation],
    jqPathExpressions: [
      `${ours}[${quote(POD_TEMPLATE_HASH_LABEL)}]`,
      // What is left of a subset that Git gives no labels.
      `${ours} | select(. == {})`,
      ...experiments ? [`.spec.subsets[]? | select(.name | IN(${names.map(quote).join(', ')}) | not)`] : [],
    ],
  };
}

/** While an experiment has a share of the users, its Services are destinations beside the two versions. */
function experimentEntries(release: Release): string | undefined {
  const templates = actionsIn(stepsIn(release), 'experiment').flatMap(({ action }) => action.experiment.templates);
  if (!templates.some(({ weight }) => weight !== undefined)) {
    return undefined;
  }
  const rule = destinationRuleTarget(release);
  const [key, known] = rule
    ? ['.destination.subset', [rule.stableSubset, rule.canarySubset, ...rule.additionalSubsets]]
    : ['.destination.host | split(".")[0]', release.services.map(({ name }) => name)];
  return `select(${key} | IN(${known.map(quote).join(', ')}) | not)`;
}

/** A text or list of jq is one of JSON. */
function quote(value: unknown): string {
  return JSON.stringify(value);
}
