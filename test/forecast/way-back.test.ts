import { foretell, golden } from './foretold';
import { basicCanary, blueGreen, hostCanary } from '../simulator/releases';

const STEPS = [{ setWeight: 25 }, { pause: {} }, { setWeight: 75 }, { pause: {} }];
const last = <T>(values: readonly T[]) => values[values.length - 1];
const pausedLast = ({ moments }: ReturnType<typeof foretell>) => last(moments.filter(({ waitsFor }) => waitsFor.kind === 'person'))!;

test('an abort that waits for stable pods says so', () => {
  const forecast = foretell(hostCanary({ steps: STEPS, dynamicStableScale: true }, { replicas: 8 }));

  expect(pausedLast(forecast).goBack!.effect).toBe(
    'all users back on r1, but only as pods of it get ready; at first 25 % of the users on r1, 75 % on r2; revert the commit too',
  );
});

test('an abort by the share of the pods goes as pods do', () => {
  expect(pausedLast(foretell(basicCanary({ steps: STEPS, maxSurge: 1, maxUnavailable: 0 }, { replicas: 10 }))).goBack!.effect).toMatch(/^all users back on r1, but only as pods of it get ready; at first/);
});

test('an abort of weights alone is at once', () => {
  expect(pausedLast(foretell(hostCanary({ steps: STEPS }))).goBack!.effect).toBe('all users back on r1; the pods of r2 go after 30 s; revert the commit too');
});

test('an undo that is a release of its own counts the persons for whom it waits, and no timed pause', () => {
  const timed = [{ setWeight: 25 }, { pause: { duration: '10m' } }];

  expect(last(foretell(hostCanary({ steps: STEPS })).moments)!.goBack!.effect).toContain('as a release of its own, which waits for a person 2 times');
  expect(last(foretell(hostCanary({ steps: timed })).moments)!.goBack!.effect).toBe('the old version again, as a release of its own; revert the commit too');
});

test('an undo with an analysis before its pause waits for the person all the same', () => {
  const forecast = foretell(blueGreen({ autoPromotionEnabled: false, prePromotionAnalysis: { templates: [{ templateName: 'smoke' }] } }));

  expect(last(forecast.moments)!.goBack!.effect).toContain('which waits for a person once');
});

test('what going on brings is told of after pods count as available', () => {
  const forecast = foretell(blueGreen({ autoPromotionEnabled: false }, { minReadySeconds: 10 }));

  expect(pausedLast(forecast).goOn!.effect).toBe('all users on r2');
});

test('a Rollout that is paused by hand keeps its users', () => {
  const forecast = foretell(blueGreen({ autoPromotionEnabled: false }, { paused: true }));

  expect(forecast.moments.map(({ users }) => users.map(({ revision }) => revision))).toEqual([[1], [1], [1], [1], [2], [2]]);
});

test('weights in Git that are not those of a release at rest are those of the controller from the first pods on', () => {
  const manifests = golden('canary').map((manifest) => JSON.parse(JSON.stringify(manifest).replace('"weight":100', '"weight":50').replace('"weight":0', '"weight":50')));
  const [entrance] = foretell(manifests).moments[2].reach;

  expect(entrance.targets.map(({ percent }) => percent)).toEqual([70, 30]);
});
