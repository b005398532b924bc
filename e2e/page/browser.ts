/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { Browser, Page } from 'puppeteer-core';
import { renderPage } from '../../src/report/page/page';
import { browserPath } from '../../tools/browser';

/** Tests that are skipped, with the reason, where there is no browser. */
export const describeInBrowser = browserPath() === undefined ? describe.skip : describe;
if (browserPath() === undefined) {
  process.stderr.write('skipped: no browser; install Chromium or Chrome, or name one by CHROME_PATH\n');
}

/** How a page is looked at. */
export interface View {
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly script?: boolean;
  /** What follows the address, from `#` on. */
  readonly anchor?: string;
  /** Runs in the page before its own script. */
  readonly before?: () => void;
}

/** A page as it was opened, with all that it said and asked for since. */
export interface Opened {
  readonly page: Page;
  readonly said: string[];
  readonly asked: string[];
}

/** One browser for all tests of a file, and a folder for the pages. */
export class Pages {
  private browser?: Browser;
  private readonly folder = mkdtempSync(join(tmpdir(), 'page-'));

  public async open(html: string, { scheme, width, script = true, anchor = '', before }: View): Promise<Opened> {
    this.browser ??= await puppeteer.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
    const file = join(this.folder, 'page.html');
    writeFileSync(file, html);
    const page = await this.browser.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    await page.setJavaScriptEnabled(script);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.setViewport({ width, height: 900 });
    if (before) {
      await page.evaluateOnNewDocument(before);
    }
    await page.goto(pathToFileURL(file).href + anchor);
    return { page, said, asked: asked.filter((url) => !url.startsWith(pathToFileURL(file).href)) };
  }

  public async close(): Promise<void> {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function pageOf(...releases: Parameters<typeof renderPage>[0]['releases']): string {
  return renderPage({ title: 'What the next releases do', releases });
}

/** The ids of the moments that can be seen. */
export async function shownIn(page: Page): Promise<string[]> {
  return page.$$eval('.moment', (moments) => moments.filter((one) => (one as any).checkVisibility()).map(({ id }) => id));
}

/** What the rules of accessibility say against the page as it is now. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { violations } = await (window as any).axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }: any) => nodes.map((node: any) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
  });
}
