import { basicCanary, blueGreen, deploy, expectPlays, hostCanary, Play } from './releases';
import { ReleaseEvent, Verdict } from '../../src/simulator/events';

const check = (name: string) => ({ templates: [{ templateName: name }] });
const verdict = (name: string, phase: Verdict): ReleaseEvent => ({ analysis: { name, phase } });
const services = (active: number, preview: number) => `active → r${active}, preview → r${preview}`;
const aborted = (revision: number, why: string) => `Degraded (RolloutAborted: Rollout aborted update to revision ${revision}: ${why})`;

const BOTH = blueGreen({ prePromotionAnalysis: check('pre'), postPromotionAnalysis: check('post'), scaleDownDelaySeconds: 30 });
const DEPLOYED: Play = ['deployed', 'Healthy', 'r1 4/4 stable active', services(1, 1)];
const JUDGED_BEFORE: Play = [
  deploy(2), 'Progressing (active service cutover pending)', 'r1 4/4 stable active', 'r2 4/4 preview', services(1, 2),
];
const SWITCHED: Play = [
  verdict('pre', 'Successful'), 'Progressing (waiting for analysis to complete)', 'r1 4/4 stable', 'r2 4/4 active', services(2, 2),
];

describe('a blue-green release', () => {
  test('waits for the analysis before the switch, and for the one after it', () => {
    expectPlays(BOTH, [
      DEPLOYED,
      JUDGED_BEFORE,
      SWITCHED,
      [verdict('post', 'Successful'), 'Healthy', 'r1 4/4 until 30s', 'r2 4/4 stable active', services(2, 2)],
    ]);
  });

  test('that is judged badly before the switch leaves the users where they are', () => {
    expectPlays(BOTH, [
      DEPLOYED,
      JUDGED_BEFORE,
      [
        verdict('pre', 'Failed'), aborted(2, 'Blue/green pre-promotion analysis phase error/failed'), 'r1 4/4 stable active',
        'r2 4/4 preview until 30s', services(1, 2),
      ],
    ]);
  });

  test('that is judged badly after the switch brings the users back, and a retry aborts again at once', () => {
    const why = aborted(2, 'Blue/green post-promotion analysis phase error/failed');
    const back = ['r1 4/4 stable active', 'r2 4/4 preview until 30s', services(1, 2)];
    expectPlays(BOTH, [
      DEPLOYED,
      JUDGED_BEFORE,
      SWITCHED,
      [verdict('post', 'Error'), why, ...back],
      ['retry', why, ...back],
      [{ promote: { full: true } }, 'Healthy', 'r1 4/4 until 30s', 'r2 4/4 stable active', services(2, 2)],
    ]);
  });

  test('that nobody can judge is paused, and judged again once a person promotes', () => {
    expectPlays(BOTH, [
      DEPLOYED,
      JUDGED_BEFORE,
      [verdict('pre', 'Inconclusive'), 'Paused (InconclusiveAnalysisRun)', 'r1 4/4 stable active', 'r2 4/4 preview', services(1, 2)],
      ['promote', 'Progressing (active service cutover pending)', 'r1 4/4 stable active', 'r2 4/4 preview', services(1, 2)],
      SWITCHED,
    ]);
  });

  test('judges nothing on a full promotion', () => {
    expectPlays(BOTH, [
      DEPLOYED,
      JUDGED_BEFORE,
      [{ promote: { full: true } }, 'Healthy', 'r1 4/4 until 30s', 'r2 4/4 stable active', services(2, 2)],
    ]);
  });
});

describe('a canary release', () => {
  const weights = (stable: number, canary: number) => `app main: stable ${stable}, canary ${canary}`;
  const lines = (phase: string, r2: string, canary: number, share: number) => (
    [phase, 'r1 4/4 stable', r2, `canary → r${canary}, stable → r1`, weights(100 - share, share)]
  );
  const deployed: Play = ['deployed', 'Healthy step 3/3', 'r1 4/4 stable', 'canary → r1, stable → r1', weights(100, 0)];
  const steps = [{ setWeight: 25 }, { analysis: check('step') }, { setWeight: 50 }];
  const promoted = ['Healthy step 3/3', 'r1 4/4 until 30s', 'r2 4/4 stable', 'canary → r2, stable → r2', weights(100, 0)];
  const judging: Play = [deploy(2), ...lines('Progressing (more replicas need to be updated) step 1/3', 'r2 1/1 canary', 2, 25)];

  test('waits at an analysis step', () => {
    expectPlays(hostCanary({ steps }), [deployed, judging, [verdict('step', 'Successful'), ...promoted]]);
  });

  test('that fails an analysis step goes back, and a retry judges anew', () => {
    const why = aborted(2, 'Step-based analysis phase error/failed');
    expectPlays(hostCanary({ steps }), [
      deployed,
      judging,
      [verdict('step', 'Failed'), ...lines(`${why} step 0/3`, 'r2 1/1 canary until 30s', 1, 0)],
      ['retry', ...judging.slice(1) as string[]],
      [verdict('step', 'Successful'), ...promoted],
    ]);
  });

  test('that nobody can judge goes on with the next step once a person promotes', () => {
    expectPlays(hostCanary({ steps }), [
      deployed,
      judging,
      [verdict('step', 'Inconclusive'), ...lines('Paused (InconclusiveAnalysisRun) step 1/3', 'r2 1/1 canary', 2, 25)],
      ['promote', ...promoted],
    ]);
  });

  test('that the background analysis fails goes back', () => {
    expectPlays(hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }], analysis: check('background') }), [
      deployed,
      [deploy(2), ...lines('Paused (CanaryPauseStep) step 1/3', 'r2 1/1 canary', 2, 25)],
      [
        verdict('background', 'Failed'),
        ...lines(`${aborted(2, 'Background analysis phase error/failed')} step 0/3`, 'r2 1/1 canary until 30s', 1, 0),
      ],
    ]);
  });

  test('with an analysis of several templates waits for all of them', () => {
    const both = { templates: [{ templateName: 'one' }, { templateName: 'two' }] };
    const progressing = ['Progressing (more replicas need to be updated) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary'];
    expectPlays(basicCanary({ steps: [{ setWeight: 25 }, { analysis: both }] }), [
      ['deployed', 'Healthy step 2/2', 'r1 4/4 stable'],
      [deploy(2), ...progressing],
      [verdict('one', 'Successful'), ...progressing],
      [verdict('two', 'Successful'), 'Healthy step 2/2', 'r1 0/0', 'r2 4/4 stable'],
    ]);
  });

  test('ends an experiment after its duration, while its Services have their shares', () => {
    const experiment = { duration: '10s', templates: [{ name: 'base', specRef: 'stable', weight: 10 }, { name: 'new', specRef: 'canary', weight: 10 }] };
    const progressing = 'Progressing (more replicas need to be updated) step 1/3';
    expectPlays(hostCanary({ steps: [{ setWeight: 25 }, { experiment }, { pause: {} }] }), [
      deployed,
      [
        deploy(2), progressing, 'r1 4/4 stable', 'r2 1/1 canary', 'canary → r2, stable → r1',
        'app main: stable 55, canary 25, app-base 10, app-new 10',
      ],
      // The controller takes destinations away by their places before the first one went.
      [
        { wait: '10s' }, 'Paused (CanaryPauseStep) step 2/3', 'r1 4/4 stable', 'r2 1/1 canary', 'canary → r2, stable → r1',
        'app main: stable 75, canary 25, app-new 0',
      ],
    ]);
  });

  test('waits for the plugin of a step', () => {
    expectPlays(basicCanary({ steps: [{ setWeight: 25 }, { plugin: { name: 'org/step' } }] }), [
      ['deployed', 'Healthy step 2/2', 'r1 4/4 stable'],
      [deploy(2), 'Progressing (more replicas need to be updated) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary'],
      [verdict('org/step', 'Successful'), 'Healthy step 2/2', 'r1 0/0', 'r2 4/4 stable'],
    ]);
  });
});
