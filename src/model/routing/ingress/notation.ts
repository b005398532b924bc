import { parentsOf } from './read-ingress';
import { at, items, text } from '../../../core/read';
import { Notation } from '../adapter';

export const ingressNotation: Notation = {
  hosts: (ingress) => items(at(ingress, 'spec', 'rules'), '').map(({ value }) => text(value.host)).filter((host) => host !== '').map((host) => (
    { host, name: host.toLowerCase(), path: 'spec.rules' }
  )),
  parents: parentsOf,
  parentsPath: 'spec.ingressClassName',
  matchesPath: ({ matches, path }) => matches.length === 0 ? path : `${path}.path`,
  destinations: 'backend',
  host: 'name',
  prefixBySegment: true,
};
