import { IgnoreDifference } from './ignore-difference';
import { POD_TEMPLATE_HASH_LABEL } from '../../core/labels';
import { compact, Manifest, unlessEmpty } from '../../core/manifest';

const GROUP = 'networking.istio.io';
const WEIGHTS = '.route[]?.weight';

/** What the controller of a canary rewrites in VirtualServices and the DestinationRule. Routes are found by name, never by index. */
export function istioFields(canary: Manifest, annotation: string): IgnoreDifference[] {
  const { istio, managedRoutes = [] } = canary.trafficRouting ?? {};
  const targets: Manifest[] = istio?.virtualServices ?? (istio?.virtualService ? [istio.virtualService] : []);
  const further = experimentEntries(canary);
  return [
    ...targets.map((target) => virtualServiceFields(target, managedRoutes.map(({ name }: Manifest) => name), further)),
    ...istio?.destinationRule ? [destinationRuleFields(istio.destinationRule, annotation, further !== undefined)] : [],
  ];
}

function virtualServiceFields(target: Manifest, managedRoutes: string[], further: string | undefined): IgnoreDifference {
  const routes = weightedRoutes(target);
  const [, name, namespace] = /^(.+?)(?:\.([^.]+))?$/.exec(String(target.name).replace(/\.cluster\.local$/, ''))!;
  return compact({
    group: GROUP,
    kind: 'VirtualService',
    name,
    ...namespace !== undefined && { namespace },
    jqPathExpressions: [
      ...routes.map((route) => `${route} | ${WEIGHTS}`),
      ...further === undefined ? [] : routes.map((route) => `${route} | .route[]? | ${further}`),
      ...managedRoutes.map((route) => `.spec.http[]? | select(.name == ${quote(route)})`),
    ],
  });
}

/** The paths of the routes whose weights change, found as the controller finds them. */
function weightedRoutes({ routes, tlsRoutes, tcpRoutes }: Manifest): string[] {
  const tls: Manifest[] = tlsRoutes ?? [];
  const tcp: Manifest[] = tcpRoutes ?? [];
  if (!unlessEmpty(routes) && tls.length + tcp.length === 0) {
    // A route that nobody names is the only one.
    return ['.spec.http[]?'];
  }
  return [
    ...(routes ?? []).map((name: string) => `.spec.http[]? | select(.name == ${quote(name)})`),
    ...tls.map(({ port, sniHosts }) => `.spec.tls[]? | select(${portIs(port)} and ${sniHostsAre(sniHosts ?? [])})`),
    ...tcp.map(({ port }) => `.spec.tcp[]? | select(${portIs(port)})`),
  ];
}

function portIs(port: number | undefined): string {
  return port ? `any(.match[]?; .port == ${port})` : 'all(.match[]?; .port == null)';
}

function sniHostsAre(hosts: string[]): string {
  return `([.match[]?.sniHosts[]?] | unique) == ${quote([...new Set(hosts)].sort())}`;
}

/** By subset the controller adds the hash of the pods to the labels, and by host nothing. */
function destinationRuleFields(rule: Manifest, annotation: string, experiments: boolean): IgnoreDifference {
  const names = [rule.stableSubsetName, rule.canarySubsetName];
  const ours = `.spec.subsets[]? | select(${names.map((name) => `.name == ${quote(name)}`).join(' or ')}) | .labels`;
  return {
    group: GROUP,
    kind: 'DestinationRule',
    name: rule.name,
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
function experimentEntries(canary: Manifest): string | undefined {
  const templates: Manifest[] = (canary.steps ?? []).flatMap((step: Manifest) => step.experiment?.templates ?? []);
  if (!templates.some(({ weight }) => weight !== undefined)) {
    return undefined;
  }
  const { stableService, canaryService, pingPong, trafficRouting: { istio } } = canary;
  const services = [stableService, canaryService, pingPong?.pingService, pingPong?.pongService].filter(Boolean);
  const rule = istio?.destinationRule;
  const [key, known] = rule
    ? ['.destination.subset', [rule.stableSubsetName, rule.canarySubsetName, ...rule.additionalSubsetNames ?? []]]
    : ['.destination.host | split(".")[0]', services];
  return `select(${key} | IN(${known.map(quote).join(', ')}) | not)`;
}

/** A text or list of jq is one of JSON. */
function quote(value: unknown): string {
  return JSON.stringify(value);
}
