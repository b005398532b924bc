import { Page } from 'puppeteer-core';
import { barriers, browserPath, Pages, View } from './browser';
import { ManifestDiff } from '../../src/diff/manifest-diff';
import { renderPage } from '../../src/report/page/page';
import { Severity } from '../../src/validation/severity';
import { blueGreen, canary, headerRoute, longCanary, longNames } from '../../test/report/page/scenarios';

const describeInBrowser = browserPath() === undefined ? describe.skip : describe;
const DESKTOP: View = { scheme: 'light', width: 1280 };
const PHONE: View = { scheme: 'dark', width: 390 };

const pages = new Pages();
afterAll(() => pages.close());

const pageOf = (...releases: Parameters<typeof renderPage>[0]['releases']) => renderPage({ title: 'What the next releases do', releases });
const shownIn = (page: Page) => page.$$eval('.moment', (moments) => moments.filter((one) => (one as any).checkVisibility()).map(({ id }) => id));

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
    plan: [{ path: 'spec.paused', change: 'removed', old: true }],
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

describeInBrowser('a person at the page', () => {
  test('moves through the moments with the arrow keys', async () => {
    const { page } = await pages.open(pageOf(canary()), DESKTOP);

    await page.focus('.slider');
    await page.keyboard.press('ArrowRight');

    expect(await shownIn(page)).toEqual(['app-service/api/4']);
    expect(await page.$eval('.tell', ({ textContent }) => textContent)).toContain('4 of 6: A person promotes.');
    expect(await page.$eval('.slider', (slider) => slider.getAttribute('aria-valuetext'))).toContain('4 of 6');
    expect(page.url()).toMatch(/#app-service\/api\/4$/);
    await page.close();
  });

  test('sees the pods of the moment in both drawings', async () => {
    const { page } = await pages.open(pageOf(blueGreen()), DESKTOP);

    await page.focus('.slider');
    await page.keyboard.press('End');

    for (const drawing of ['.wide', '.tall']) {
      expect(await page.$$eval(`${drawing} .box.revision`, (boxes) => boxes.map(({ textContent }) => textContent)))
        .toEqual(expect.arrayContaining([expect.stringContaining('no pods'), expect.stringContaining('3 pods ready')]));
    }
    await page.close();
  });

  test('goes to a moment by its column', async () => {
    const { page } = await pages.open(pageOf(canary()), PHONE);

    await page.click('.column:nth-of-type(5)');

    expect(await shownIn(page)).toEqual(['app-service/api/5']);
    await page.close();
  });

  test('goes to the next and the previous moment by buttons, which end where the moments end', async () => {
    const { page } = await pages.open(pageOf(canary()), PHONE);
    const [previous, next] = await page.$$('.go');

    await next.click();
    await next.click();
    await next.click();
    await next.click();
    expect(await shownIn(page)).toEqual(['app-service/api/6']);
    expect(await page.$$eval('.go', (buttons) => buttons.map((button) => button.getAttribute('aria-disabled')))).toEqual(['false', 'true']);

    await previous.click();
    expect(await shownIn(page)).toEqual(['app-service/api/5']);
    await page.close();
  });

  test('comes by a link to a moment of a closed release', async () => {
    const { page } = await pages.open(pageOf(blueGreen(), headerRoute(), canary()), { ...DESKTOP, anchor: '#app-service/api/2' });

    expect(await shownIn(page)).toEqual(['app-service/api/2']);
    await page.close();
  });

  test('sees what going back leads to, and the moment again', async () => {
    const { page } = await pages.open(pageOf(canary()), DESKTOP);
    const labels = () => page.$$eval('.wide .line.r2 text', (texts) => texts.map(({ textContent }) => textContent).filter(Boolean));
    expect(await labels()).toEqual(['30 %', '30 %']);

    await page.click('.moment.now .peek');
    expect(await labels()).toEqual([]);

    await page.click('.moment.now .peek');
    expect(await labels()).toEqual(['30 %', '30 %']);
    await page.close();
  });

  test('copies a command', async () => {
    const before = () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text: string) => { (window as any).copied = text; } } });
    const { page } = await pages.open(pageOf(canary()), { ...DESKTOP, before });

    await page.click('.moment.now .copy');

    expect(await page.evaluate(() => (window as any).copied)).toBe('kubectl argo rollouts promote api -n app-service');
    expect(await page.$eval('.moment.now .copy', ({ textContent }) => textContent)).toBe('Copied');
    await page.close();
  });

  test('has a command selected where the clipboard is closed', async () => {
    const before = () => Object.defineProperty(navigator, 'clipboard', { value: undefined });
    const { page } = await pages.open(pageOf(canary()), { ...DESKTOP, before });

    await page.click('.moment.now .copy');

    expect(await page.evaluate(() => getSelection()?.toString())).toBe('kubectl argo rollouts promote api -n app-service');
    await page.close();
  });

  test('finds a release among many', async () => {
    const { page } = await pages.open(SHOWN[6][1], DESKTOP);

    await page.type('#search', 'app-7');

    expect(await page.$$eval('.release', (all) => all.filter((one) => (one as any).checkVisibility()).map((one) => one.querySelector('h2')!.textContent)))
      .toEqual(['app-service/app-7']);
    await page.close();
  });

  test('reaches all controls with the tabulator, from top to bottom', async () => {
    const { page } = await pages.open(pageOf(canary()), DESKTOP);
    const reached: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => {
        const { tagName, className, textContent } = document.activeElement!;
        return tagName === 'BODY' ? '' : tagName === 'SUMMARY' ? `summary ${textContent!.slice(0, 9)}` : className.split(' ')[0];
      }));
    }

    expect(reached.slice(0, reached.indexOf(''))).toEqual([
      'summary app-servi', 'chart', 'slider', 'go', 'go', 'flow', 'copy', 'copy', 'peek', 'summary All 6 mom', 'summary All ways ',
    ]);
    await page.close();
  });

  test('reads all moments without script, and is shown nothing that would not work', async () => {
    const { page } = await pages.open(pageOf(canary()), { ...DESKTOP, script: false });

    expect(await shownIn(page)).toHaveLength(6);
    expect(await page.$$eval('button, input', (all) => all.filter((one) => (one as any).checkVisibility()))).toEqual([]);
    await page.close();
  });

  test('prints all moments', async () => {
    const { page } = await pages.open(pageOf(canary()), DESKTOP);

    await page.emulateMediaType('print');

    expect(await shownIn(page)).toHaveLength(6);
    await page.close();
  });
});
