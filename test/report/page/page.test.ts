import { createHash } from 'crypto';
import { blueGreen, canary, headerRoute, longNames } from './scenarios';
import { renderPage } from '../../../src/report/page/page';
import { causeLabel } from '../../../src/report/page/words';
import { RouteState } from '../../../src/simulator/release-state';

const KILOBYTE = 1024;
const all = (html: string, what: RegExp) => [...html.matchAll(what)].map(([, found]) => found);
const pageOf = (...releases: Parameters<typeof renderPage>[0]['releases']) => renderPage({ title: 'Releases', releases });

test('a page is one document with its title', () => {
  const html = pageOf(canary());

  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).toContain('<title>Releases</title>');
  expect(html).toContain('<h1>Releases</h1>');
});

test('the same releases give the same bytes', () => {
  expect(pageOf(canary(), blueGreen())).toBe(pageOf(canary(), blueGreen()));
});

test('every moment has its panel', () => {
  const html = pageOf(canary([10, 50]));

  const panels = all(html, /<div role="group" class="moment[^"]*" id="([^"]+)"/g);
  expect(panels).toEqual(canary([10, 50]).moments.map((_, index) => `app-service/api/${index + 1}`));
});

test('the first decision of a person is shown first', () => {
  const html = pageOf(canary());

  expect(all(html, /<div role="group" class="moment now" id="([^"]+)"/g)).toEqual(['app-service/api/3']);
});

test('commands stand on the page as they are to be typed', () => {
  const html = pageOf(canary());

  expect(html).toContain('<code>kubectl argo rollouts promote api -n app-service</code>');
  expect(html).toContain('<code>kubectl argo rollouts abort api -n app-service</code>');
});

test('ids are unique, even where releases share their names', () => {
  const html = pageOf(canary(), canary(), blueGreen(), { name: 'api', namespace: 'app-service', problem: 'no plan' });

  const ids = all(html, / id="([^"]+)"/g);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every link within the page leads somewhere', () => {
  const html = pageOf(canary(), blueGreen());

  const ids = new Set(all(html, / id="([^"]+)"/g));
  expect(all(html, / href="#([^"]+)"/g).filter((id) => !ids.has(id))).toEqual([]);
});

test('every form control has a label', () => {
  const html = pageOf(...Array.from({ length: 12 }, (_, index) => canary([30], { name: `app-${index}` })));

  const labelled = new Set(all(html, /<label for="([^"]+)"/g));
  expect(all(html, /<input [^>]*?id="([^"]+)"/g).filter((id) => !labelled.has(id))).toEqual([]);
});

test('a single release is not listed', () => {
  expect(pageOf(canary())).not.toContain('<nav');
  expect(pageOf(canary(), blueGreen())).toContain('<nav aria-label="Releases">');
});

test('many releases stand closed, and can be searched', () => {
  const html = pageOf(...Array.from({ length: 12 }, (_, index) => canary([30], { name: `app-${index}` })));

  expect(html).not.toMatch(/<details class="release" open/);
  expect(html).toContain('id="search"');
});

test('a Rollout that cannot be foretold is named with its problem', () => {
  const html = pageOf({ name: 'web', namespace: 'shop', problem: 'its steps are no list' });

  expect(html).toContain('role="alert"');
  expect(html).toContain('No release of shop/web can be foretold:</strong> its steps are no list.');
});

test('notes of the forecast stand on the page', () => {
  expect(pageOf(canary([30], { notes: ['analyses are taken to succeed'] }))).toContain('<li>analyses are taken to succeed</li>');
});

test('users without an answer are told in words', () => {
  const html = pageOf(headerRoute());

  expect(html).toContain('50 % app subset canary (no pods: 503)');
  expect(html).toContain('503: r2 has no pods');
});

test('routes without destinations have no weights', () => {
  const plain = canary();
  const routes: RouteState[] = [
    { kind: 'VirtualService', name: 'api', route: 'health', weights: {} },
    { kind: 'VirtualService', name: 'api', route: 'main', weights: { 'api': 70, 'api-canary': 30 } },
  ];
  const html = pageOf({ ...plain, moments: plain.moments.map((one) => ({ ...one, state: { ...one.state, routes } })) });

  expect(html).toContain('<dd>api main: api 70, api-canary 30</dd>');
  expect(html).not.toContain('api health');
});

test('an old version that comes again under a new number is called by what it runs', () => {
  expect(pageOf(blueGreen())).toContain('; r3 (app:1.4.2 again) 3/3 ready, preview');
});

test.each([
  [30, '+30s', ''],
  [5400, '+1h 30m', ''],
  [4710, '+1h 18m', '30s'],
  [44310, '+12h 18m', '30s'],
  [432_030, '+120h', '30s'],
  [433_110, '+120h', '18m 30s'],
])('a column tells of %d seconds in short lines', (seconds, first, second) => {
  expect(causeLabel({ kind: 'time', seconds })).toEqual([first, second]);
});

test('the policy of the page admits nothing from elsewhere, and no script but its own', () => {
  const html = pageOf(canary());

  const [script] = all(html, /<script>([\s\S]*?)<\/script>/g);
  const [policy] = all(html, /Content-Security-Policy" content="([^"]+)"/g);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(policy).not.toContain('unsafe');
});

test('nothing is styled in place, which the policy would refuse', () => {
  expect(pageOf(canary(), headerRoute())).not.toContain(' style="');
});

test('nothing is loaded', () => {
  const html = pageOf(canary(), blueGreen(), headerRoute());

  expect(all(html, /\s(?:src|srcset|data|poster|action)=("[^"]*")/g)).toEqual([]);
  expect(all(html, /\shref="([^#"][^"]*)"/g)).toEqual([]);
  expect(html).not.toMatch(/@import|url\((?!#)|<link|<iframe|<object/);
});

test.each([
  ['a short release', canary(), 40],
  ['a blue-green release', blueGreen(), 40],
  ['one of 20 moments with many long names', longNames(), 130],
])('%s takes no more than its part of a page', (_, release, most) => {
  const empty = pageOf().length;

  expect(pageOf(release).length - empty).toBeLessThan(most * KILOBYTE);
});
