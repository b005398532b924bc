import { blueGreen } from './scenarios';
import { FieldChange, ManifestDiff, RolloutDiff } from '../../../src/diff/manifest-diff';
import { DOUBT, releaseWords, summaryText } from '../../../src/report/diff/phrases';
import { renderPage } from '../../../src/report/page/page';
import { capital } from '../../../src/report/page/words';
import { Severity } from '../../../src/validation/severity';

const IMAGE = { path: 'spec.template.spec.containers[main].image', change: 'changed', old: 'shop:1', new: 'shop:2' } as const;

function rollout(more: Partial<RolloutDiff> = {}): RolloutDiff {
  return { name: 'shop', namespace: 'app-service', change: 'changed', release: 'starts', images: [], why: [], atOnce: [], plan: [], other: [], ...more };
}

function pageOf(more: Partial<ManifestDiff>, releases = [blueGreen()]): string {
  return renderPage({ title: 'What merging does', releases, diff: { rollouts: [], objects: [], hazards: [], unchanged: 7, ...more } });
}

test('a comparison is summed up in the words of the other reports, with what stays as it is', () => {
  const diff = { rollouts: [rollout({ why: [IMAGE] }), rollout({ release: 'none' })], objects: [{ kind: 'ConfigMap', name: 'a', change: 'added', fields: [] }], hazards: [], unchanged: 7 } as const;

  expect(pageOf(diff)).toContain(`<p>${summaryText(diff)}<span class="muted"> · 7 objects stay as they are</span></p>`);
});

test.each(['starts', 'first', 'none'] as const)('what becomes of the pods of a Rollout is told as in the other reports: %s', (release) => {
  const one = rollout({ release, why: [IMAGE] });

  expect(pageOf({ rollouts: [one] })).toContain(`>${releaseWords(one)}</span>`);
});

test('of the steps of a canary only those that differ are told', () => {
  const steps: FieldChange = {
    path: 'spec.strategy.canary.steps',
    change: 'changed',
    old: [{ setWeight: 10 }, { pause: {} }, { setWeight: 25 }, { pause: { duration: '5m' } }],
    new: [{ setWeight: 10 }, { pause: {} }, { setWeight: 30 }, { setWeight: 60 }],
  };
  const [list] = /<ul class="steps">.*?<\/ul>/.exec(pageOf({ rollouts: [rollout({ plan: [steps] })] }))!;

  expect(list.match(/<li>.*?<\/li>/g)!.map((item) => item.replace(/<[^>]+>/g, ''))).toEqual([
    'step 3 setWeight 25 becomes → setWeight 30', 'step 4 added setWeight 60', 'step 4 removed pause 5m',
  ]);
});

test('a plan that hazards make doubtful says so', () => {
  const release = blueGreen();
  const hazard = { rule: 'weight', severity: Severity.ERROR, kind: 'Rollout', name: 'shop', namespace: 'app-service', path: '', message: 'm', remedy: 'r' };
  const diff = { rollouts: [rollout({ forecast: release })] };

  expect(pageOf({ ...diff, hazards: [hazard] }, [release])).toContain(capital(DOUBT));
  expect(pageOf(diff, [release])).not.toContain(capital(DOUBT));
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

  expect(html).toMatch(/<code>spec.replicas<\/code> <del>3<\/del>.*→.*<ins>5<\/ins>/);
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

test('a hazard stands with its severity in a word, and with what to do', () => {
  const html = pageOf({ hazards: [{ rule: 'host-removed', severity: Severity.ERROR, kind: 'VirtualService', name: 'shop', path: 'spec.hosts', message: 'nothing serves a.test', remedy: 'keep the host' }] });

  expect(html).toContain('<b>✖ error</b> VirtualService shop');
  expect(html).toContain('keep the host');
});
