import { forecastAll } from '../../../src/forecast/forecast';
import { forecastsMarkdown } from '../../../src/report/forecast/forecast-markdown';
import { forecastMermaid } from '../../../src/report/forecast/mermaid';
import { foretell, golden } from '../../forecast/foretold';
import { blueGreen, hostCanary } from '../../simulator/releases';

const STEPS = Array.from({ length: 8 }, (_, index) => [{ setWeight: index * 10 }, { pause: {} }]).flat();

test('a release is a section with its facts', () => {
  expect(forecastsMarkdown([foretell(golden('canary'))]).split('\n\n').slice(0, 3)).toEqual([
    '## 1 release, 1 waits for a person',
    '### `app-service/app` · canary (Istio, by host)',
    '**r1** `app:1.4.2` → **r2** `next version` · 3 pods, up to 6 during the release; waits for a person once; takes 30 s at least',
  ]);
});

test('its moments are rows of a table, with a column for each way of testers', () => {
  const rows = forecastsMarkdown([foretell(golden('canary'))]).split('\n').filter((line) => line.startsWith('|'));

  expect(rows[0]).toBe('|  | step | users | `app-api-canary.test.com` | pods | waits for |');
  expect(rows[4]).toBe('| the new pods are ready | `1/2 pause` | r1 70 %, r2 30 % | r2 | r1 3/3 stable, r2 1/1 canary | **a person** |');
  expect(rows).toHaveLength(8);
});

test('each command stands in a block of its own to be copied, below what it does', () => {
  expect(forecastsMarkdown([foretell(golden('blue-green'))])).toContain([
    'at the pause, all users on r2:',
    '```sh\nkubectl argo rollouts promote app -n app-service\n```',
    'all users stay on r1; the pods of r2 go after 30 s; revert the commit too:',
    '```sh\nkubectl argo rollouts abort app -n app-service\n```',
  ].join('\n\n'));
});

test('the chart shows the states in which a release rests, and the way back', () => {
  expect(forecastMermaid(foretell(golden('canary'))).split('\n').slice(0, -3)).toEqual([
    'flowchart LR',
    '  m0("Healthy<br/>users r1<br/>pods r1 3"):::healthy',
    '  m2{{"Paused<br/>users r1 70 #37;, r2 30 #37;<br/>pods r1 3, r2 1<br/>step 1/2 pause"}}:::waits',
    '  m4("Healthy<br/>users r2<br/>pods r1 3, r2 3"):::healthy',
    '  m5("Healthy<br/>users r2<br/>pods r2 3"):::healthy',
    '  back(["all back: r1"]):::healthy',
    '  m0 -->|"commit, pods ready"| m2',
    '  m2 -->|"promote, pods ready"| m4',
    '  m4 -->|"+30 s"| m5',
    '  m2 -.->|"abort"| back',
  ]);
});

test('the chart of a long release goes down, not to the right', () => {
  expect(forecastMermaid(foretell(hostCanary({ steps: STEPS })))).toMatch(/^flowchart TD/);
});

test('names are never markup', () => {
  expect(forecastsMarkdown([{ name: '`|<img src=x>@all', problem: '' }])).toContain('### `` ` ``&#124;`<img src=x>@all`\n');
});

test('a name that no object can have gets no commands, as the API server refuses it', () => {
  const [rollout, ...services] = blueGreen();

  const text = forecastsMarkdown(forecastAll([{ ...rollout, metadata: { name: 'app\u001b[201~\u0003\nrm' } }, ...services]));

  expect(text).toContain('### `app<U+001B>[201~<U+0003>↵rm`\n');
  expect(text).toContain('metadata.name must be a valid DNS subdomain');
  expect(text).not.toContain('kubectl');
});

test('a problem is never markup, and pings nobody', () => {
  expect(forecastsMarkdown([{ name: 'app', problem: 'Service <b>@team</b> | `x`' }])).toContain('\n### `app`\n\n❌ **cannot be foretold**: Service &lt;b\\>@\u200bteam&lt;/b\\> \\| \\`x\\`');
});

test('what looks like an entity or a link is neither', () => {
  expect(forecastsMarkdown([{ name: 'app', problem: '&commat;team https://x.test www.x.test' }])).toContain('&amp;commat;team https:\u200b//x.test www\u200b.x.test');
});

test('a plan begins with how many releases ask a person', () => {
  const [first] = forecastsMarkdown([foretell(golden('canary')), foretell(blueGreen())]).split('\n');

  expect(first).toBe('## 2 releases, 1 waits for a person');
});
