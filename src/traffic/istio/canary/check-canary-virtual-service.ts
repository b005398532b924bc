import { PREVIEW_ROUTE } from './canary-preview';
import { attachmentOf, weightedHttpRoutes } from './canary-routes';
import { CanaryVirtualServiceProps } from './canary-virtual-service';
import { checkPort } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { coversHost } from '../../../core/hosts';
import { CanaryTrafficContext } from '../../../rollout/traffic/traffic-context';
import { checkAttachment, checkGatewaysOrMesh } from '../object/check-attachment';
import { checkHttpOptions } from '../route/render-http-options';

/** What one VirtualService that a rollout is to create can get wrong. */
export function checkCanaryVirtualService(prefix: string, context: CanaryTrafficContext, props: CanaryVirtualServiceProps): Problem[] {
  const attachment = attachmentOf(context, props);
  return [
    ...checkAttachment(attachment, prefix),
    ...checkGatewaysOrMesh(props, prefix),
    ...checkRoutes(prefix, props),
    ...checkRouteNames(prefix, context, props),
    ...checkPort(`${prefix}servicePort`, props.servicePort),
    ...checkSniHosts(prefix, props, attachment.hosts),
  ];
}

function checkSniHosts(prefix: string, props: CanaryVirtualServiceProps, hosts: string[]): Problem[] {
  const isServed = (host: string) => hosts.some((served) => coversHost(served, host));
  return (props.tlsRoutes ?? []).flatMap(({ sniHosts }, index) => sniHosts.filter((host) => !isServed(host)).map((host) => ({
    rule: 'sni-host-served', prop: `${prefix}tlsRoutes[${index}].sniHosts`, wrong: 'is not among hosts', got: host, remedy: 'add it to hosts',
  })));
}

function checkRoutes(prefix: string, props: CanaryVirtualServiceProps): Problem[] {
  const http = weightedHttpRoutes(props);
  const { tlsRoutes = [], tcpRoutes = [] } = props;
  const none: Problem[] = http.length + tlsRoutes.length + tcpRoutes.length > 0 ? [] : [{
    rule: 'weighted-routes-named', prop: `${prefix}httpRoutes`, wrong: 'no route carries weights', remedy: 'leave httpRoutes out, or describe one',
  }];
  return [
    ...none,
    ...http.flatMap((route, index) => checkHttpOptions(`${prefix}httpRoutes[${index}]`, route)),
    ...tlsRoutes.flatMap(({ servicePort }, index) => checkPort(`${prefix}tlsRoutes[${index}].servicePort`, servicePort)),
    ...tcpRoutes.flatMap(({ servicePort }, index) => checkPort(`${prefix}tcpRoutes[${index}].servicePort`, servicePort)),
  ];
}

function checkRouteNames(prefix: string, context: CanaryTrafficContext, props: CanaryVirtualServiceProps): Problem[] {
  const weighted = weightedHttpRoutes(props).map(({ name }) => name!);
  const preceding = (props.precedingRoutes ?? []).map((route) => route._name);
  const reserved = [...context.managedRoutes, PREVIEW_ROUTE];
  const managed = (list: string, names: Array<string | undefined>) => names.filter((name) => name && reserved.includes(name)).map((name) => ({
    rule: 'route-name-managed',
    prop: `${prefix}${list}`,
    wrong: 'a managed or preview route has this name, and would replace it',
    got: name,
    remedy: 'name the route differently',
  }));
  const unnamed = preceding.filter((name) => name === undefined).length;
  return [
    ...weighted.filter((name, index) => weighted.indexOf(name) !== index).map((name) => ({
      rule: 'route-names-distinct', prop: `${prefix}httpRoutes`, wrong: 'two routes have one name', got: name, remedy: 'name each route differently',
    })),
    ...managed('httpRoutes', weighted),
    ...managed('precedingRoutes', preceding),
    // With managed routes the controller sorts the others by their names, and multiplies those without one.
    ...context.managedRoutes.length > 0 && unnamed > 1 ? [{
      rule: 'routes-named', prop: `${prefix}precedingRoutes`, wrong: `${unnamed} routes have no name beside managed routes`, remedy: 'name each route',
    }] : [],
  ];
}
