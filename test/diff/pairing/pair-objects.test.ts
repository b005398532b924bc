import { pairObjects } from '../../../src/diff/pairing/pair-objects';
import { environmentName, placed } from '../../../src/diff/pairing/place';
import { Side } from '../../../src/diff/pairing/side';
import { Manifest } from '../../util/synth';

/** Deployments of ConfigMaps, each by its file, name and value. */
type Files = Array<Record<string, [name: string, value?: string]>>;

function side(environments: Files): Side {
  const files = new Map<Manifest, string>();
  const all = environments.map((environment) => Object.entries(environment).map(([file, [name, value = '']]) => {
    const [namespace, own] = name.includes('/') ? name.split('/') : [undefined, name];
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: own, ...namespace && { namespace } }, data: { value } };
    files.set(manifest, file);
    return manifest;
  }));
  return { environments: all, fileOf: (manifest) => files.get(manifest)! };
}

function pairs(old: Files, now: Files): string[] {
  return pairObjects(placed(side(old)), placed(side(now))).map((pair) => `${pair.old?.file ?? ''} > ${pair.now?.file ?? ''}`).sort();
}

test.each<[string, Files, Files, string[]]>([
  ['a file that was renamed', [{ 'a.yaml': ['x'] }], [{ 'b.yaml': ['x', 'other'] }], ['a.yaml > b.yaml']],
  ['stages in folders', [{ 'prod/a': ['x'] }, { 'stage/a': ['x'] }], [{ 'prod/a': ['x'] }, { 'stage/a': ['x'] }], ['prod/a > prod/a', 'stage/a > stage/a']],
  ['a new stage', [{ 'prod/a': ['x'] }], [{ 'canary/a': ['x'] }, { 'prod/a': ['x'] }], [' > canary/a', 'prod/a > prod/a']],
  ['a file renamed within its folder', [{ 'prod/a': ['x'] }, { 'stage/a': ['x'] }], [{ 'prod/b': ['x'] }, { 'stage/a': ['x'] }], ['prod/a > prod/b', 'stage/a > stage/a']],
  [
    'folders that were renamed',
    [{ 'prod/a': ['x', 'p'], 'prod/b': ['y', 'p'] }, { 'stage/a': ['x', 's'], 'stage/b': ['y', 's'] }],
    [{ 'one/a': ['x', 's'], 'one/b': ['y', 'new'] }, { 'two/a': ['x', 'p'], 'two/b': ['y', 'p'] }],
    ['prod/a > two/a', 'prod/b > two/b', 'stage/a > one/a', 'stage/b > one/b'],
  ],
  ['a namespace that is written', [{ a: ['x'] }], [{ a: ['shop/x'] }], ['a > a']],
  ['another namespace', [{ a: ['one/x'] }], [{ a: ['two/x'] }], [' > a', 'a > ']],
  ['another name', [{ a: ['x'] }], [{ a: ['y'] }], [' > a', 'a > ']],
])('%s', (_case, old, now, expected) => {
  expect(pairs(old, now)).toEqual(expected);
});

test.each<[string, Files, Array<string | undefined>]>([
  ['a deployment alone has no name', [{ 'prod/a': ['x'] }], [undefined]],
  ['folders are named', [{ 'eu/prod/a': ['x'], 'eu/prod/b/c': ['y'] }, { 'eu/stage/a': ['x'] }], ['eu/prod', 'eu/stage']],
  ['files of one folder are named', [{ 'prod.yaml': ['x'] }, { 'stage.yaml': ['x'] }], ['prod.yaml', 'stage.yaml']],
])('%s', (_case, files, expected) => {
  const environments = side(files);

  expect(files.map((_, index) => environmentName(environments, index))).toEqual(expected);
});
