import { checkAttachment } from './check-attachment';
import { VirtualServiceProps } from './virtual-service-props';
import { Problem } from '../../../core/checks/problems';

/** What the props of a VirtualService can get wrong on their own. */
export function checkVirtualService(props: VirtualServiceProps): Problem[] {
  const { hosts = [], gateways = [], http = [], tls = [], tcp = [] } = props;
  const problems: Problem[] = hosts.length === 0 && gateways.length === 0
    ? [] : checkAttachment({ hosts, gateways, mesh: props.mesh ?? gateways.length === 0 });
  if (props.mesh === false && gateways.length === 0 && hosts.length > 0) {
    problems.push({ rule: 'gateways-present', prop: 'gateways', wrong: 'is empty without mesh, so no request comes in', remedy: 'pass a Gateway, or leave mesh out' });
  }
  if (http.length + tls.length + tcp.length === 0) {
    problems.push({ rule: 'routes-present', prop: 'http, tls, tcp', wrong: 'there is no route', remedy: 'pass at least one' });
  }
  const names = http.flatMap((route) => route._name ?? []);
  problems.push(...names.filter((name, index) => names.indexOf(name) !== index).map((name) => ({
    rule: 'route-names-distinct', prop: 'http', wrong: 'two routes have one name', got: name, remedy: 'name each route differently',
  })));
  return [
    ...problems,
    ...http.flatMap((route, index) => route._problems(`http[${index}]`)),
    ...tls.flatMap((route, index) => route._problems(`tls[${index}]`)),
    ...tcp.flatMap((route, index) => route._problems(`tcp[${index}]`)),
  ];
}
