import { analysisTemplate, foretell, story } from './foretold';
import { basicCanary, blueGreen, hostCanary } from '../simulator/releases';

const waits = (forecast: ReturnType<typeof foretell>) => forecast.moments.map(({ waitsFor }) => waitsFor).filter(({ kind }) => kind !== 'pods' && kind !== 'nothing');

test('a pause with a duration takes that long', () => {
  const forecast = foretell(hostCanary({ steps: [{ setWeight: 25 }, { pause: { duration: '10m' } }], scaleDownDelaySeconds: 45 }));

  expect(waits(forecast)).toEqual([{ kind: 'time', seconds: 600, until: 'pauseEnds' }, { kind: 'time', seconds: 45, until: 'oldPodsGo' }]);
  expect(forecast).toMatchObject({ persons: 0, earliestEnd: 645 });
});

test('a blue-green release that promotes by itself waits its seconds', () => {
  const forecast = foretell(blueGreen({ autoPromotionEnabled: true, autoPromotionSeconds: 20 }));

  expect(waits(forecast)[0]).toEqual({ kind: 'time', seconds: 20, until: 'pauseEnds' });
  expect(forecast.persons).toBe(0);
});

test('seconds of a promotion that is not automatic do not count', () => {
  expect(waits(foretell(blueGreen({ autoPromotionEnabled: false, autoPromotionSeconds: 20 })))[0]).toEqual({ kind: 'person' });
});

test('pods count once they have been ready for minReadySeconds', () => {
  expect(waits(foretell(hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }] }, { minReadySeconds: 15 }))).slice(0, 2)).toEqual([
    { kind: 'time', seconds: 15, until: 'podsAvailable' }, { kind: 'person' },
  ]);
});

test('an analysis takes what its metrics take at least', () => {
  const analysis = { templates: [{ templateName: 'errors' }, { templateName: 'latency' }] };
  const forecast = foretell([
    ...hostCanary({ steps: [{ setWeight: 25 }, { analysis }] }),
    analysisTemplate('errors', { initialDelay: '30s', interval: '1m', count: 5 }),
    analysisTemplate('latency', { interval: '10s', count: 2 }),
  ]);

  expect(waits(forecast)[0]).toEqual({ kind: 'analysis', what: 'step', templates: ['errors', 'latency'], seconds: 270 });
  expect(forecast.notes).toContain('analyses are taken to succeed; one that fails aborts the release');
});

test('an analysis of which nothing is known takes no time', () => {
  const forecast = foretell(blueGreen({ prePromotionAnalysis: { templates: [{ templateName: 'smoke' }] } }));

  expect(waits(forecast)[0]).toEqual({ kind: 'analysis', what: 'prePromotion', templates: ['smoke'], seconds: 0 });
});

test('an analysis after the switch keeps the old pods until it succeeds', () => {
  const forecast = foretell(blueGreen({ postPromotionAnalysis: { templates: [{ templateName: 'errors' }] } }));

  expect(story(forecast).slice(2)).toEqual([
    'pods: Progressing, r2, then analysis', 'analysis: Healthy, r2, then time', 'time: Healthy, r2, then nothing',
  ]);
});

test('a background analysis is waited for by nobody', () => {
  const forecast = foretell(hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }], analysis: { templates: [{ templateName: 'errors' }] } }));

  expect(waits(forecast).map(({ kind }) => kind)).toEqual(['person', 'time']);
});

test('an experiment takes its duration', () => {
  const experiment = { duration: '5m', templates: [{ name: 'baseline', specRef: 'stable' }] };

  expect(waits(foretell(hostCanary({ steps: [{ setWeight: 25 }, { experiment }] })))[0]).toEqual({ kind: 'analysis', what: 'experiment', templates: [], seconds: 300 });
});

test('an experiment without an end waits for a person who skips its step', () => {
  const experiment = { templates: [{ name: 'baseline', specRef: 'stable' }] };
  const forecast = foretell(hostCanary({ steps: [{ setWeight: 25 }, { experiment }] }));

  expect(waits(forecast)[0]).toEqual({ kind: 'person' });
  expect(forecast.notes).toContain('an experiment has neither a duration nor an analysis that it needs: it ends by a promotion, which skips its step');
  expect(forecast.moments[forecast.moments.length - 1].state.phase).toBe('Healthy');
});

test('the users of an experiment are with the version that its pods run', () => {
  const experiment = { duration: '5m', templates: [{ name: 'new', specRef: 'canary', weight: 20 }, { name: 'old', specRef: 'stable', weight: 5 }] };
  const forecast = foretell(hostCanary({ steps: [{ setWeight: 25 }, { experiment }] }));

  expect(forecast.moments.find(({ waitsFor }) => waitsFor.kind === 'analysis')!.users).toEqual([{ revision: 1, percent: 55 }, { revision: 2, percent: 45 }]);
});

test('a step plugin is waited for', () => {
  expect(waits(foretell(hostCanary({ steps: [{ plugin: { name: 'acme/gate' } }] })))[0]).toEqual({ kind: 'analysis', what: 'plugin', templates: ['acme/gate'], seconds: 0 });
});

test('a Rollout that is paused by hand waits for a person first', () => {
  expect(waits(foretell(blueGreen({}, { paused: true })))[0]).toEqual({ kind: 'person' });
});

test('a rolling update without steps waits for nobody', () => {
  const forecast = foretell(basicCanary({ maxSurge: 1, maxUnavailable: 0 }, { replicas: 2 }));

  expect(waits(forecast)).toEqual([]);
  expect(forecast.peakPods).toBe(3);
});
