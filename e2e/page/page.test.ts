import { barriers, describeInBrowser, Pages, pageOf, shownIn, View } from './browser';
import { ManifestDiff } from '../../src/diff/manifest-diff';
import { renderPage } from '../../src/report/page/page';
import { Severity } from '../../src/validation/severity';
import { blueGreen, canary, experiments, headerRoute, longCanary, longNames } from '../../test/report/page/scenarios';

const pages = new Pages();
afterAll(() => pages.close());

const diff: ManifestDiff = {
  unchanged: 41,
  hazards: [
    { rule: 'weight', severity: Severity.ERROR, kind: 'Rollout', name: 'app', path: 'spec.strategy.canary.steps[0].setWeight', value: 300, message: 'must be 0 to 100', remedy: 'write a part of 100' },
    { rule: 'tag', severity: Severity.WARNING, kind: 'Rollout', name: 'app', path: '', message: 'the tag moves', remedy: 'name a version' },
  ],
  rollouts: [{
    name: 'shop',
    namespace: 'app-service',
    change: 'changed',
    release: 'starts',
    images: [{ container: 'main', old: 'app:1', new: 'app:2' }],
    why: [{ path: 'spec.template.spec.containers[main].image', change: 'changed', old: 'app:1', new: 'app:2', effect: 'new pods' }],
    atOnce: [{ path: 'spec.replicas', change: 'added', new: 3 }],
    plan: [
      { path: 'spec.paused', change: 'removed', old: true },
      { path: 'spec.strategy.canary.steps', change: 'changed', old: [{ setWeight: 10 }, { pause: {} }], new: [{ setWeight: 20 }, { analysis: {} }] },
    ],
    other: [],
  }],
  objects: [{ kind: 'ConfigMap', name: 'settings', change: 'changed', fields: [{ path: 'data.key', change: 'changed', old: 'a'.repeat(500), new: 'b' }] }],
};

const SHOWN: Array<[what: string, html: string]> = [
  ['blue-green', pageOf(blueGreen())],
  ['a canary', pageOf(canary())],
  ['a canary of eight weights', pageOf(longCanary())],
  ['a header route', pageOf(headerRoute())],
  ['long names', pageOf(longNames())],
  ['experiments', pageOf(experiments())],
  ['a comparison', renderPage({ title: 'What merging this changes', releases: [blueGreen(), { name: 'web', problem: 'no steps' }], diff })],
  ['twelve releases', pageOf(...Array.from({ length: 12 }, (_, index) => canary([30], { name: `app-${index}` })))],
];
const VIEWS = (['light', 'dark'] as const).flatMap((scheme) => [390, 1280].map((width): View => ({ scheme, width })));

describeInBrowser.each(VIEWS)('in $scheme at $width px', (view) => {
  test.each(SHOWN)('%s says nothing, asks for nothing, scrolls down only and has no barriers', async (_, html) => {
    const { page, said, asked } = await pages.open(html, view);
    await page.$$eval('details', (all) => all.forEach((details) => { (details as any).open = true; }));

    expect(said).toEqual([]);
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(view.width);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});

describeInBrowser.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test('a moment at which nobody answers can be read', async () => {
    const { page } = await pages.open(pageOf(headerRoute()), { scheme, width: 1280, anchor: '#app-service/app-header/4' });

    expect(await shownIn(page)).toEqual(['app-service/app-header/4']);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  test('all moments can be read without script, on a tablet', async () => {
    const { page } = await pages.open(pageOf(headerRoute(), canary()), { scheme, width: 768 });
    // The rules themselves need script.
    await page.evaluate(() => document.documentElement.classList.remove('js'));

    expect(await shownIn(page)).toHaveLength(11);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(768);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});
