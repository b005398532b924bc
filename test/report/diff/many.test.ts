import { compareManifests } from '../../../src/diff/compare';
import { ManifestDiff } from '../../../src/diff/manifest-diff';
import { diffMarkdown } from '../../../src/report/diff/diff-markdown';
import { diffText } from '../../../src/report/diff/diff-text';
import { PLAIN } from '../../../src/report/style';
import { CANARY, edited, newVersion } from '../../diff/manifests';
import { Manifest } from '../../util/synth';

const DOUBT = 'this plan does not take the hazards above into account';

const side = (manifests: Manifest[]) => ({ environments: [manifests], fileOf: () => '' });

/** Releases of apps of their own, whose names and objects begin with `a0`, `a1` and so on. */
function releases(count: number, edit: (manifest: Manifest) => void = () => {}): ManifestDiff {
  const of = (manifests: readonly Manifest[], index: number) => JSON.parse(JSON.stringify(manifests).replaceAll('"app', `"a${index}`)) as Manifest[];
  const apps = Array.from({ length: count }, (_, index) => [of(CANARY, index), of(edited(CANARY, { 'Rollout app': newVersion }), index)]);
  const now = apps.flatMap(([, manifests]) => manifests);
  now.forEach(edit);
  return compareManifests(side(apps.flatMap(([manifests]) => manifests)), side(now));
}

const rows = (text: string) => text.split('\n').filter((line) => /^\| `shop\/a\d` \|/.test(line));

test('as Markdown many releases begin with an overview', () => {
  const text = diffMarkdown(releases(5));

  expect(rows(text)).toHaveLength(5);
  expect(rows(text)[0]).toBe('| `shop/a0` | **a0** `app:1` → `app:2` | once |  |');
});

test('as Markdown few releases have no overview', () => {
  expect(rows(diffMarkdown(releases(4)))).toEqual([]);
});

test('the overview says which hazards are of which release', () => {
  const text = diffMarkdown(releases(5, ({ kind, metadata, spec }) => { kind === 'VirtualService' && metadata.name === 'a3' && (spec.hosts = ['other.example.com']); }));

  expect(rows(text).map((row) => row.includes('❌ host-removed'))).toEqual([false, false, false, true, false]);
});

test.each([['text', (diff: ManifestDiff) => diffText(diff, PLAIN, 100)], ['Markdown', diffMarkdown]])('as %s the plan that an error concerns says so, and no other', (_form, report) => {
  const parts = (name: string) => report(releases(2, ({ kind, metadata, spec }) => { kind === 'VirtualService' && metadata.name === name && (spec.hosts = ['other.example.com']); })).split(/^(?:### `shop|Rollout shop)/m);

  expect(parts('a1').map((part) => part.includes(DOUBT))).toEqual([false, false, true]);
});

test('without an error no plan says that it leaves something out', () => {
  expect(diffText(releases(1), PLAIN, 100)).not.toContain(DOUBT);
});

test('an error of an object that nobody is known to have concerns every plan beside it', () => {
  const diff = releases(1);
  const gone = { ...diff, hazards: [{ rule: 'host-removed', severity: 'error', kind: 'VirtualService', namespace: 'shop', name: 'gone', path: '', message: 'm', remedy: 'r' }] } as ManifestDiff;

  expect(diffText(gone, PLAIN, 100)).toContain(DOUBT);
  expect(diffText({ ...gone, hazards: gone.hazards.map((hazard) => ({ ...hazard, namespace: 'elsewhere' })) }, PLAIN, 100)).not.toContain(DOUBT);
});
