import { blueGreen } from './scenarios';
import { ManifestDiff, RolloutDiff } from '../../../src/diff/manifest-diff';
import { renderPage } from '../../../src/report/page/page';
import { Severity } from '../../../src/validation/severity';

const IMAGE = { path: 'spec.template.spec.containers[main].image', change: 'changed', old: 'shop:1', new: 'shop:2' } as const;

function rollout(more: Partial<RolloutDiff> = {}): RolloutDiff {
  return { name: 'shop', namespace: 'app-service', change: 'changed', release: 'starts', images: [], why: [], atOnce: [], plan: [], other: [], ...more };
}

function pageOf(more: Partial<ManifestDiff>, releases = [blueGreen()]): string {
  return renderPage({ title: 'What merging does', releases, diff: { rollouts: [], objects: [], hazards: [], unchanged: 7, ...more } });
}

test('a comparison is summed up in one line', () => {
  const html = pageOf({ rollouts: [rollout(), rollout({ release: 'none' })], objects: [{ kind: 'ConfigMap', name: 'a', change: 'added', fields: [] }] });

  expect(html).toContain('1 release starts, 1 Rollout changes without new pods, 1 other object changes, 7 unchanged');
});

test('a Rollout that starts a release leads to it', () => {
  expect(pageOf({ rollouts: [rollout()] })).toContain('<h3><a href="#app-service/shop">app-service/shop</a>');
});

test('a Rollout that starts none leads nowhere', () => {
  expect(pageOf({ rollouts: [rollout({ release: 'none' })] })).toContain('<h3>app-service/shop');
});

test('an image is told once', () => {
  const html = pageOf({ rollouts: [rollout({ images: [{ container: 'main', old: 'shop:1', new: 'shop:2' }], why: [IMAGE] })] });

  expect(html.match(/<ins>shop:2<\/ins>/g)).toHaveLength(1);
});

test('a field that changes at once is told with its effect', () => {
  const html = pageOf({ rollouts: [rollout({ atOnce: [{ path: 'spec.replicas', change: 'changed', old: 3, new: 5, effect: 'two pods more' }] })] });

  expect(html).toContain('<code>spec.replicas</code> <del>3</del> → <ins>5</ins>');
  expect(html).toContain('<span class="effect">two pods more</span>');
});

test('a secret value is not shown', () => {
  const html = pageOf({ objects: [{ kind: 'Secret', name: 's', change: 'changed', fields: [{ path: 'data.key', change: 'changed', secret: true }] }] });

  expect(html).toContain('changed, values not shown');
});

test('a long value is cut, and its length told', () => {
  const html = pageOf({ objects: [{ kind: 'ConfigMap', name: 'c', change: 'changed', fields: [{ path: 'data.key', change: 'added', new: 'x'.repeat(500) }] }] });

  expect(html).toContain('… (500 characters)');
});

test('a hazard stands with its gravity in a word, and with what to do', () => {
  const html = pageOf({ hazards: [{ rule: 'host-removed', severity: Severity.ERROR, kind: 'VirtualService', name: 'shop', path: 'spec.hosts', message: 'nothing serves a.test', remedy: 'keep the host' }] });

  expect(html).toContain('<b>✖ error</b> VirtualService shop');
  expect(html).toContain('keep the host');
});
