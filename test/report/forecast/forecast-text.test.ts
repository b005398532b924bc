import stringWidth from 'string-width';
import { forecastText, forecastsText } from '../../../src/report/forecast/forecast-text';
import { COLOUR, PLAIN } from '../../../src/report/style';
import { foretell, golden } from '../../forecast/foretold';
import { blueGreen, hostCanary } from '../../simulator/releases';

const ESCAPES = /\u001b\[\d+m/g;

test('a release is a tree of its moments, each with what has changed by then', () => {
  expect(forecastText(foretell(golden('canary')), PLAIN, 110).split('\n')).toEqual([
    'Rollout app-service/app  canary (Istio, by host)',
    '  r1 app:1.4.2 → r2 next version',
    '  3 pods, up to 6 during the release; waits for a person once; takes 30 s at least',
    '',
    '├─ ✔  before the commit  Healthy',
    '│  users       ████████████████████  r1',
    '│              app-api.test.com                            → r1',
    '│              via Gateway istio-system/ingressgateway → VirtualService app (route backend-routes)',
    '│  testers     app-api-canary.test.com                     → r1',
    '│              via Gateway istio-system/ingressgateway → VirtualService app-canary (route backend-routes)',
    '│  in cluster  app.app-service.svc.cluster.local:80        → r1',
    '│              app-canary.app-service.svc.cluster.local:80 → r1',
    '│  pods        r1 3/3 stable',
    '│',
    '├─ ◌  the commit is applied  Progressing  step 0/2 setWeight 30',
    '│  pods        r1 3/3 stable, r2 0/1 canary',
    '│  waits for   1 pod of r2 to get ready',
    '│  go back     kubectl argo rollouts abort app -n app-service',
    '│              all users stay on r1; the pods of r2 go after 1 s; revert the commit too',
    '│',
    '├─ ‖  the new pods are ready  Paused  step 1/2 pause',
    '│  users       ██████████████░░░░░░  r1 70 %, r2 30 %',
    '│              app-api.test.com                            → r1 70 %, r2 30 %',
    '│  testers     app-api-canary.test.com                     → r2',
    '│  in cluster  app-canary.app-service.svc.cluster.local:80 → r2',
    '│  pods        r1 3/3 stable, r2 1/1 canary',
    '│  waits for   a person',
    '│  go on       kubectl argo rollouts promote app -n app-service',
    '│              all users on r2',
    '│  go back     kubectl argo rollouts abort app -n app-service',
    '│              all users back on r1; the pods of r2 go after 1 s; revert the commit too',
    '│',
    '├─ ◌  a person promotes  Progressing',
    '│  pods        r1 3/3 stable, r2 1/3 canary',
    '│  waits for   2 pods of r2 to get ready',
    '│  go back     kubectl argo rollouts abort app -n app-service',
    '│              all users back on r1; the pods of r2 go after 1 s; revert the commit too',
    '│',
    '├─ ✔  the new pods are ready  Healthy',
    '│  users       ████████████████████  r2',
    '│              app-api.test.com                     → r2',
    '│  in cluster  app.app-service.svc.cluster.local:80 → r2',
    '│  pods        r1 3/3 for 30 s more, r2 3/3 stable',
    '│  waits for   30 s, then the old pods go',
    '│  go back     kubectl argo rollouts undo app -n app-service',
    '│              the old version again, as a release of its own, which waits for a person once; revert the',
    '│              commit too',
    '│',
    '└─ ✔  30 s later  Healthy',
    '   pods        r2 3/3 stable',
  ]);
});

test.each([40, 60, 80, 200])('no line is longer than %i columns, but for commands', (width) => {
  const lines = forecastText(foretell(golden('canary')), COLOUR, width).split('\n').map((line) => line.replace(ESCAPES, ''));

  expect(lines.filter((line) => stringWidth(line) > width && !line.includes('kubectl'))).toEqual([]);
});

test('colours change nothing but colours', () => {
  const forecast = foretell(golden('blue-green'));

  expect(forecastText(forecast, COLOUR, 100).replace(ESCAPES, '').replace(/ +$/gm, '')).toBe(forecastText(forecast, PLAIN, 100));
});

test('an entrance without pods is in red', () => {
  expect(forecastText(foretell(golden('blue-green')), COLOUR, 100)).toContain('\u001b[31m503 (no pods)\u001b[39m');
});

test('an analysis and a pause with a duration say how long they take', () => {
  const text = forecastText(foretell(hostCanary({ steps: [{ setWeight: 25 }, { pause: { duration: '90m' } }, { analysis: { templates: [{ templateName: 'errors' }] } }] })), PLAIN, 100);

  expect(text).toContain('waits for   1 h 30 min, then it goes on');
  expect(text).toContain('waits for   analysis errors');
  expect(text).toContain('├─ ◌  analysis errors succeeds  Progressing');
});

test('a release that cannot be foretold says why', () => {
  expect(forecastText({ name: 'app', namespace: 'shop', problem: 'it has no strategy' }, PLAIN, 100)).toBe('Rollout shop/app\n  ✖ cannot be foretold: it has no strategy');
});

test('notes stand below the facts', () => {
  expect(forecastText(foretell(blueGreen({ scaleDownDelaySeconds: 0 })), PLAIN, 100)).toContain('\n  note: 4 pods of r1 stay: scaleDownDelaySeconds is 0');
});

test('manifests without a Rollout are told of', () => {
  expect(forecastsText([], PLAIN, 100)).toBe('no Rollout among the manifests\n');
});
