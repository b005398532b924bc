import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { Browser } from 'puppeteer-core';
import { parseAllDocuments } from 'yaml';
import { terminalPage } from './terminal-page';
import { forecastAll } from '../../src/forecast/forecast';
import { forecastText } from '../../src/report/forecast/forecast-text';
import { renderPage } from '../../src/report/page/page';
import { COLOUR, Style } from '../../src/report/style';
import { browserPath } from '../browser';
import { readAll, synthExample } from '../examples';

const FOLDER = join('docs', 'images');
const COLUMNS = 104;
const WIDTHS = { page: 1280, terminal: 940 };
/** What makes HTML of colours knows no dim text. */
const GREY: Style = { ...COLOUR, dim: (text) => `\u001b[90m${text}\u001b[39m` };
const SCHEMES = ['light', 'dark'] as const;

/** What is photographed: of the release `api` of the example `eks`, at its pause. */
const RELEASE = { namespace: 'app-service', name: 'api' };
const MOMENT = 3;
const ID = `${RELEASE.namespace}/${RELEASE.name}`;

async function main(): Promise<void> {
  const executablePath = browserPath();
  if (executablePath === undefined) {
    throw new Error('the pictures are taken by Chromium or Chrome, and there is none: install it, or set CHROME_PATH');
  }
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const releases = forecastAll(manifests(folder)).filter(({ name }) => name === RELEASE.name);
    const pages = {
      page: renderPage({ title: `What the next release of ${ID} will do`, releases }),
      terminal: terminalPage('npx cdk8s-rollouts plan dist/', forecastText(releases[0], GREY, COLUMNS)),
    };
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, html] of Object.entries(pages)) {
      writeFileSync(join(folder, `${name}.html`), html);
      for (const scheme of SCHEMES) {
        await photograph(browser, { folder, name: name as Name, scheme });
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

function manifests(folder: string): any[] {
  return parseAllDocuments(readAll(synthExample('eks', join(folder, 'eks')))).map((document) => document.toJS());
}

type Name = keyof typeof WIDTHS;

async function photograph(browser: Browser, { folder, name, scheme }: { folder: string; name: Name; scheme: 'light' | 'dark' }): Promise<void> {
  const picture = join(FOLDER, `${name}-${scheme}.png`);
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width: WIDTHS[name], height: 600 });
  await page.goto(`${pathToFileURL(join(folder, `${name}.html`)).href}#${ID}/${MOMENT}`);
  await page.screenshot({ path: picture as `${string}.png`, fullPage: true });
  await page.close();
  console.log(picture);
}

void main();
