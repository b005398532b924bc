import * as fc from 'fast-check';
import { golden } from './foretold';
import { pluginCanary, route } from './gateway-api-manifests';
import { forecastAll } from '../../src/forecast/forecast';
import { forecastsMarkdown } from '../../src/report/forecast/forecast-markdown';
import { forecastsText } from '../../src/report/forecast/forecast-text';
import { renderPage } from '../../src/report/page/page';
import { PLAIN } from '../../src/report/style';
import { Manifest } from '../util/synth';

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 200) };
const BY_PLUGIN = [
  ...pluginCanary({ httpRoutes: [{ name: 'app' }], httpRouteSelector: { matchLabels: { app: 'app' } } }),
  route('app', ['stable', { name: 'canary', namespace: 'default', port: 80, weight: 0 }], {
    match: { path: { type: 'PathPrefix', value: '/' }, headers: [{ name: 'x', value: 'y' }], method: 'GET' },
    filters: [{ type: 'RequestMirror', requestMirror: { backendRef: { name: 'canary' }, fraction: { numerator: 1, denominator: 4 } } }],
  }),
  route('rpc', ['stable'], { match: { method: { service: 'shop.Cart', method: 'Add' } } }, 'GRPCRoute'),
];
const ALL = [...['blue-green', 'canary', 'canary-east-west', 'eks'].map(golden), BY_PLUGIN];

/** The ways to all values of a JSON value. */
function paths(value: unknown, before: string[] = []): string[][] {
  const children = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return [before, ...children.flatMap(([key, child]) => paths(child, [...before, key]))];
}

function replaced(value: any, [key, ...rest]: string[], by: unknown): any {
  if (key === undefined) {
    return by;
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 3.5, 1e9, 1e308, { toString: 2 }, '', 'text', '25%', '1h', [], {}, [null], [[]], { name: null }, '<script>', '__proto__'), fc.jsonValue(),
);

/** One of the examples with something else in one to three places. */
const mutants: fc.Arbitrary<Manifest[]> = fc.constantFrom(...ALL).chain((manifests) => {
  const all = paths(manifests).filter(({ length }) => length > 1);
  return fc.array(fc.tuple(fc.constantFrom(...all), anything), { minLength: 1, maxLength: 3 }).map((changes) => (
    changes.reduce((value, [path, by]) => has(value, path) ? replaced(value, path, by) : value, manifests)
  ));
});

function has(value: unknown, path: string[]): boolean {
  return path.every((key) => {
    const found = value !== null && typeof value === 'object' && Object.hasOwn(value, key);
    value = found ? (value as Manifest)[key] : undefined;
    return found;
  });
}

test('whatever stands anywhere in a manifest, a release is foretold or told not to be', () => {
  fc.assert(fc.property(mutants, (manifests) => {
    const releases = forecastAll(manifests);

    expect(() => [forecastsText(releases, PLAIN, 80), forecastsMarkdown(releases)]).not.toThrow();
  }), RUNS);
});

test('a page shows whatever was foretold', () => {
  fc.assert(fc.property(mutants, (manifests) => {
    expect(renderPage({ title: 'x', releases: forecastAll(manifests) })).toMatch(/<\/html>\n$/);
  }), { numRuns: RUNS.numRuns / 10 });
});
