import { parentsOf } from './read-route';
import { at, list, text } from '../../../core/read';
import { Notation } from '../adapter';

export const gatewayApiNotation: Notation = {
  hosts: (route) => list(at(route, 'spec', 'hostnames')).map(text).filter((host) => host !== '').map((written) => {
    const host = written.toLowerCase();
    return { host, name: host, path: 'spec.hostnames' };
  }),
  parents: parentsOf,
  parentsPath: 'spec.parentRefs',
  matchesPath: (rule) => `${rule.path}.matches`,
  destinations: 'backendRefs',
  host: 'name',
  prefixBySegment: true,
};
