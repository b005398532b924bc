import { hostsOf } from './fields';
import { parentsOf } from './read-virtual-service';
import { Manifest } from '../../../core/manifest';
import { namespaceOf } from '../../../core/read';
import { serviceOfHost } from '../../manifests/services';
import { NamedHost, Notation } from '../adapter';

export const virtualServiceNotation: Notation = {
  hosts: namedHosts,
  parents: parentsOf,
  parentsPath: 'spec.gateways',
  matchesPath: (route) => `${route.path}.match`,
  destinations: 'route',
  host: 'host',
  prefixBySegment: false,
};

function namedHosts(virtualService: Manifest): NamedHost[] {
  return hostsOf(virtualService).map((host) => {
    const service = serviceOfHost(host, namespaceOf(virtualService));
    const name = service ? `${service.name}.${service.namespace ?? ''}.svc.cluster.local` : host;
    return { host, name: name.toLowerCase(), ...service && { service }, path: 'spec.hosts' };
  });
}
