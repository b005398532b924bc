import { forecast, moment, pods, shares, state, to, entrance } from './forecasts';
import { behindNginx, blueGreen, canary, headerRoute } from './scenarios';
import { ReleaseForecast } from '../../../src/forecast/release-forecast';
import { graphOf } from '../../../src/report/page/flow/graph';
import { lineLooks } from '../../../src/report/page/flow/line-looks';
import { scenesOf } from '../../../src/report/page/flow/scenes';

function linesOf(release: ReleaseForecast): Map<string, ReturnType<typeof lineLooks>> {
  const graph = graphOf(release, scenesOf(release).scenes);
  const name = (index: number) => {
    const box = graph.boxes[index];
    switch (box.kind) {
      case 'entrance': return box.entrance.id;
      case 'hop': return `${box.hop.kind} ${box.hop.name}`;
      case 'service': return [box.service, box.subset].filter(Boolean).join('/');
      case 'revision': return `r${box.revision}`;
    }
  };
  return new Map(graph.lines.map((line) => [`${name(line.from)} > ${name(line.to)}${line.kind === 'mirror' ? ' copy' : ''}`, lineLooks(graph, line)]));
}

test('a line says the part of the users that passes it at a moment, and is as wide', () => {
  const looks = linesOf(canary()).get('VirtualService api > api-canary')!;

  expect(looks[2]).toEqual({ classes: 'line r2', text: '30 %', width: 4 });
});

test('a line without requests is marked as such', () => {
  const looks = linesOf(canary()).get('VirtualService api > api-canary')!;

  expect(looks[0]).toEqual({ classes: 'line off', text: '0 %', width: 2 });
});

test('what only testers use is thin and without a percentage', () => {
  const looks = linesOf(blueGreen()).get('shop-preview > r2')!;

  expect(looks[2]).toEqual({ classes: 'line r2', text: '', width: 2 });
});

test('requests that nobody answers are an alarm', () => {
  const looks = linesOf(headerRoute()).get('VirtualService app > app/canary')!;

  expect(looks[3].classes).toBe('line alarm');
});

test('an Ingress that splits has a line with its percentage to each of both Services', () => {
  const lines = linesOf(behindNginx());

  expect(lines.get('Ingress app > app')![1]).toEqual({ classes: 'line r1', text: '75 %', width: 9 });
  expect(lines.get('Ingress app > app-canary')![1]).toEqual({ classes: 'line r2', text: '25 %', width: 3 });
  expect(lines.get('Ingress app > app-canary')![0]).toEqual({ classes: 'line off', text: '0 %', width: 2 });
});

test('copies have a line of their own', () => {
  const looks = linesOf(headerRoute()).get('VirtualService app > app/canary copy')!;

  expect(looks.map(({ text }) => text)).toEqual(['', '', '', 'copy 10 %', '', '']);
});

test('a line that carries different parts of several hosts tells the range', () => {
  const hosts = [entrance('one', 'users', ['one.test'], 'one'), entrance('other', 'users', ['other.test'], 'other')];
  const reach = [{ entrance: 'one', targets: [to('app', 1, 30), to('app-canary', 2, 70)] }, { entrance: 'other', targets: [to('app', 1)] }];
  const release = forecast([moment({ kind: 'before' }, shares({ r1: 100 }), state([pods(1, 1, 1)]), reach, { kind: 'nothing' })], hosts);

  expect(linesOf(release).get('app > r1')![0].text).toBe('30–100 %');
});

test('what going back leads to is a scene behind the moments, once for all moments that lead to the same', () => {
  const { scenes, back } = scenesOf(headerRoute());

  expect(scenes).toHaveLength(headerRoute().moments.length + 1);
  expect(back).toEqual([undefined, 5, 5, 5, 5]);
});

test('an old version that comes again under a new number keeps its place', () => {
  const again = { command: 'undo', effect: 'back', users: shares({}), state: state([pods(2, 3, 3), pods(3, 3, 3)], { services: { app: 3 } }), reach: [{ entrance: 'users', targets: [to('app', 3)] }] };
  const plain = canary();
  const release = { ...plain, moments: plain.moments.map((one) => ({ ...one, goBack: again })) };

  const { scenes } = scenesOf(release);
  const last = scenes[scenes.length - 1];
  expect(last.as).toBe(3);
  expect(last.state.services).toEqual({ app: 1 });
  expect(graphOf(release, scenes).boxes.filter(({ kind }) => kind === 'revision')).toHaveLength(2);
});
