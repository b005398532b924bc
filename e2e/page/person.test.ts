import { describeInBrowser, Pages, pageOf, shownIn, View } from './browser';
import { blueGreen, canary, experiments, headerRoute, longCanary, slowCanary } from '../../test/report/page/scenarios';

const DESKTOP: View = { scheme: 'light', width: 1280 };
const PHONE: View = { scheme: 'dark', width: 390 };
const pages = new Pages();
afterAll(() => pages.close());

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

  test.each([['a moment', '/2'], ['a release', '']])('comes by a link to %s to the top of the release, with heading, chart and slider', async (_, end) => {
    for (const view of [DESKTOP, PHONE]) {
      const { page } = await pages.open(pageOf(blueGreen(), canary(), canary([30], { name: 'last' })), { ...view, anchor: `#app-service/api${end}` });
      await page.evaluate(() => new Promise((done) => { setTimeout(done, 200); }));

      const seen = await page.$$eval('.release[open] :is(summary, .chart, .slider)', (all) => all.map((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      }));
      expect(seen.slice(0, 3)).toEqual([true, true, true]);
      await page.close();
    }
  });

  test('reads whole names and all facts in the list of releases on a phone', async () => {
    const { page } = await pages.open(pageOf(...Array.from({ length: 12 }, (_, index) => canary([30], { name: `api0${index}`, namespace: `api0${index}` }))), PHONE);

    expect(await page.$$eval('.list a', (all) => all.filter((one) => one.getClientRects().length > 1))).toEqual([]);
    expect(await page.$$eval('.list td', (all) => all.filter((one) => one.getBoundingClientRect().right > window.innerWidth))).toEqual([]);
    await page.close();
  });

  test('reads times of three units, none over another', async () => {
    const { page } = await pages.open(pageOf(slowCanary()), DESKTOP);

    for (const row of ['.wait text', '.cause text:first-child', '.time']) {
      const boxes = await page.$$eval(`.chart ${row}`, (all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      expect(boxes.length).toBeGreaterThan(12);
      expect(boxes.filter((box, index) => boxes.slice(index + 1).some((next) => next.y === box.y && next.left < box.right))).toEqual([]);
    }
    await page.close();
  });

  test.each([['many experiments', experiments(), 1280], ['few columns on a tablet', longCanary(), 768], ['many columns', slowCanary(), 390]])(
    'reads what leads to a moment and what it waits for, none over another: %s', async (_, release, width) => {
      const { page } = await pages.open(pageOf(release), { scheme: 'light', width });

      for (const row of ['.cause text:first-child', '.wait']) {
        const boxes = await page.$$eval(`.chart ${row}`, (all) => all.map((one) => one.getBoundingClientRect().toJSON()));
        expect(boxes.length).toBeGreaterThan(10);
        expect(boxes.filter((box, index) => index > 0 && boxes[index - 1].right > box.left)).toEqual([]);
      }
      await page.close();
    },
  );

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
    const { page } = await pages.open(pageOf(...Array.from({ length: 12 }, (_, index) => canary([30], { name: `app-${index}` }))), DESKTOP);

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
