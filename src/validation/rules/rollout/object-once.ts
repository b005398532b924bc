import { at, nameOf, namespaceOf, text } from '../../../core/read';
import { kindOf } from '../../../model/manifests/manifest-set';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const objectOnce: Rule = {
  id: 'object-once',
  severity: Severity.ERROR,
  summary: 'an object is described once',
  why: 'the one that is applied last wins: what the other says is lost, or comes back at the next sync',
  remedy: 'take one of the two out, or rename it',
  stricterBecause: 'the cluster accepts both, one after the other',
  kinds: 'all',
  example: {
    bad: `
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-preview }
    `,
  },
  check: (object, { set }) => {
    const name = text(at(object, 'metadata', 'name'));
    const first = set.find(kindOf(object), name, namespaceOf(object));
    return name !== '' && first !== object ? [{ path: 'metadata.name', value: name, message: `${nameOf(object)} is described a second time` }] : [];
  },
};
