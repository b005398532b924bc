import { answers, foretell, golden, paused, story } from './foretold';

describe('a blue-green release', () => {
  const forecast = foretell(golden('blue-green'));

  test('keeps the users on the old version until a person promotes', () => {
    expect(story(forecast)).toEqual([
      'before: Healthy, r1, then nothing',
      'commit: Progressing, r1, then pods',
      'pods: Paused, r1, then person',
      'person: Healthy, r2, then time',
      'time: Healthy, r2, then nothing',
    ]);
  });

  test('lets testers reach the new version once its pods are ready', () => {
    expect(answers(forecast, 'app-preview/backend-routes')).toEqual(['r1', '503 (no pods)', 'r2', 'r2', 'r2']);
  });

  test('is reached inside the cluster by the names of its Services', () => {
    expect(answers(forecast, 'Service/app')).toEqual(['r1', 'r1', 'r1', 'r2', 'r2']);
    expect(answers(forecast, 'Service/app-preview')).toEqual(['r1', '503 (no pods)', 'r2', 'r2', 'r2']);
  });

  test('has twice the pods, and ends 30 s after the promotion', () => {
    expect(forecast).toMatchObject({ peakPods: 6, persons: 1, earliestEnd: 30, replicas: { count: 3, from: 'manifest' }, notes: [] });
  });

  test('says what a person types', () => {
    expect(paused(forecast).goOn).toEqual({ command: 'kubectl argo rollouts promote app -n app-service', effect: 'all users on r2' });
    expect(paused(forecast).goBack).toMatchObject({
      command: 'kubectl argo rollouts abort app -n app-service', effect: 'all users stay on r1; the pods of r2 go after 30 s; revert the commit too',
    });
  });

  test('goes back at once while the old pods run, and by a release of its own after that', () => {
    const [still, gone] = forecast.moments.slice(3);

    expect(still.goBack).toMatchObject({ command: 'kubectl argo rollouts undo app -n app-service', effect: 'all users back on the old version, as r3, at once; revert the commit too' });
    expect(gone.goBack!.effect).toBe('the old version again, as a release of its own, which waits for a person once; revert the commit too');
  });
});

describe('a canary release', () => {
  const forecast = foretell(golden('canary'));

  test('moves 30 % of the users, waits for a person, and then moves all', () => {
    expect(story(forecast)).toEqual([
      'before: Healthy, r1, then nothing',
      'commit: Progressing, r1, then pods',
      'pods: Paused, r1 70 %, r2 30 %, then person',
      'person: Progressing, r1 70 %, r2 30 %, then pods',
      'pods: Healthy, r2, then time',
      'time: Healthy, r2, then nothing',
    ]);
  });

  test('has the weights at the entrance of the users', () => {
    expect(answers(forecast, 'app/backend-routes')).toEqual(['r1', 'r1', 'r1 70 %, r2 30 %', 'r1 70 %, r2 30 %', 'r2', 'r2']);
  });

  test('lets testers reach the new version on their host', () => {
    expect(answers(forecast, 'app-canary/backend-routes')).toEqual(['r1', 'r1', 'r2', 'r2', 'r2', 'r2']);
  });

  test('names the current step', () => {
    expect(forecast.moments.map(({ step }) => step)).toEqual([undefined, 'setWeight 30', 'pause', undefined, undefined, undefined]);
  });

  test('puts all users back on the old version by an abort', () => {
    expect(paused(forecast).goBack).toMatchObject({
      command: 'kubectl argo rollouts abort app -n app-service',
      effect: 'all users back on r1; the pods of r2 go after 1 s; revert the commit too',
      users: [{ revision: 1, percent: 100 }],
      state: { phase: 'Degraded' },
    });
  });
});

describe('a canary release by subset', () => {
  const forecast = foretell(golden('canary-east-west'));

  test('splits the callers inside the mesh', () => {
    expect(answers(forecast, 'app/backend-routes').slice(1, 3)).toEqual(['r1', 'r1 70 %, r2 30 %']);
  });

  test('gives callers without a sidecar the share of the pods', () => {
    expect(answers(forecast, 'Service/app').slice(1, 3)).toEqual(['r1', 'r1 75 %, r2 25 %']);
    expect(forecast.entrances.find(({ id }) => id === 'Service/app')!.match).toBe('callers without a sidecar');
  });

  test('has no pods behind the header of testers before they are ready', () => {
    expect(answers(forecast, 'app/canary-preview').slice(0, 3)).toEqual(['r1', '503 (no pods)', 'r2']);
  });
});
