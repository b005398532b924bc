import { Manifest } from '../../util/synth';
import { diffOf } from '../manifests';

const secret = (rest: Manifest): Manifest => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key', namespace: 'shop' }, ...rest });
const fieldsOf = (old: Manifest, now: Manifest) => diffOf([secret(old)], [secret(now)]).objects.flatMap(({ fields }) => fields);

test.each<[string, Manifest, Manifest]>([
  ['a value', { data: { a: 'b25l' } }, { data: { a: 'dHdv' } }],
  ['a key that begins like one that is open', { 'type-x': 'one' }, { 'type-x': 'two' }],
  ['a map where a text belongs', { type: { a: 'one' } }, { type: { b: 'two' } }],
  ['a whole map where a text belongs', {}, { type: { b: 'two' } }],
  ['a value of a Secret in a group', { apiVersion: 'core/v1', data: { a: 'b25l' } }, { apiVersion: 'core/v1', data: { a: 'dHdv' } }],
  ['a value of a Secret in small letters', { kind: 'secret', data: { a: 'b25l' } }, { kind: 'secret', data: { a: 'dHdv' } }],
])('%s is not told', (_what, old, now) => {
  const fields = fieldsOf(old, now);

  expect(fields.length).toBeGreaterThan(0);
  fields.forEach((field) => expect(field).toEqual({ path: field.path, change: field.change, secret: true }));
});

test.each<[string, Manifest, Manifest]>([
  ['the type', { type: 'Opaque' }, { type: 'kubernetes.io/tls' }],
  ['a label', { metadata: { name: 'key', namespace: 'shop', labels: { a: '1' } } }, { metadata: { name: 'key', namespace: 'shop', labels: { a: '2' } } }],
])('%s is told', (_what, old, now) => {
  const [field] = fieldsOf(old, now);

  expect(field).toMatchObject({ change: 'changed', new: expect.anything() });
});
