import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportedKind, KINDS } from '../../../tools/imports/kinds';
import { withoutProse } from '../../../tools/imports/read-crds';
import { disagreements, releases } from '../../../tools/imports/releases';

const IMPORTS = join(__dirname, '../../../imports');
const ROLLOUT: ImportedKind = { crd: 'rollouts.argoproj.io', version: 'v1alpha1', file: 'rollout-crd.yaml' };
const URL = 'https://example.com/v1.2.3/rollout-crd.yaml';

describe('cdk8s.yaml and the kinds', () => {
  test('agree', () => {
    expect(disagreements(releases(), KINDS)).toEqual([]);
  });

  test('fails when no import defines a kind', () => {
    expect(disagreements([], [ROLLOUT])).toEqual(['rollouts.argoproj.io: imports in cdk8s.yaml must name rollout-crd.yaml once']);
  });

  test('fails when two imports define a kind', () => {
    expect(disagreements([URL, URL.replace('1.2.3', '1.2.4')], [ROLLOUT])).toEqual([expect.stringContaining('must name rollout-crd.yaml once')]);
  });

  test('fails when an import defines no kind of ours', () => {
    const other = 'https://example.com/v1.2.3/other.yaml';

    expect(disagreements([URL, other], [ROLLOUT])).toEqual([`${other}: no kind in tools/imports/kinds.ts comes from this file`]);
  });

  test('fails when an import names a branch', () => {
    expect(disagreements([URL.replace('v1.2.3', 'master')], [ROLLOUT])).toEqual([expect.stringContaining('names no release')]);
  });
});

describe('the generated files', () => {
  const schemas = readdirSync(join(IMPORTS, 'schemas')).map((file) => JSON.parse(readFileSync(join(IMPORTS, 'schemas', file), 'utf8')));

  test('hold the schema of each kind, in its version, and no other', () => {
    const generated = schemas.map(({ group, version, kind }) => `${kind.toLowerCase()}s.${group}/${version}`);

    expect(generated.sort()).toEqual(KINDS.map(({ crd, version }) => `${crd}/${version}`).sort());
  });

  test('hold no prose', () => {
    expect(schemas.map(({ schema }) => withoutProse(schema))).toEqual(schemas.map(({ schema }) => schema));
  });

  test('hold the classes of each group, and no other', () => {
    const groups = KINDS.map(({ crd }) => crd.slice(crd.indexOf('.') + 1));

    expect(readdirSync(IMPORTS).sort()).toEqual([...new Set(groups.map((group) => `${group}.ts`)), 'schemas'].sort());
  });
});

describe('a schema without its prose', () => {
  test('keeps a property that is called description', () => {
    const schema = { description: 'prose', properties: { description: { type: 'string', description: 'prose' } } };

    expect(withoutProse(schema)).toEqual({ properties: { description: { type: 'string' } } });
  });

  test('has none within items, maps and alternatives', () => {
    const prose = { type: 'string', description: 'prose' };

    expect(withoutProse({ items: prose, additionalProperties: prose, oneOf: [prose] }))
      .toEqual({ items: { type: 'string' }, additionalProperties: { type: 'string' }, oneOf: [{ type: 'string' }] });
  });

  test('keeps a default value as it is', () => {
    expect(withoutProse({ default: { title: 'a' } })).toEqual({ default: { title: 'a' } });
  });

  test('has no rules in words of its own language', () => {
    expect(withoutProse({ 'type': 'object', 'x-kubernetes-validations': [{ rule: 'self.a', message: 'prose' }] })).toEqual({ type: 'object' });
  });
});
