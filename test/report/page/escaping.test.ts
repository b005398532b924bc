import { canary } from './scenarios';
import { renderPage } from '../../../src/report/page/page';

const EVIL = ['<img src=x onerror=alert(1)>', '</script><script>alert(1)</script>', '"><svg onload=alert(1)>', "' onclick='alert(1)"];

/** A forecast all of whose texts are the same. */
function saying(text: string): ReturnType<typeof canary> {
  const plain = canary();
  const kept = ['strategy', 'kind', 'audience', 'from', 'entrance', 'id', 'phase', 'what'];
  const replaced = JSON.parse(JSON.stringify(plain), (key, value: unknown) => typeof value === 'string' && !kept.includes(key) ? text : value);
  return { ...replaced, moments: replaced.moments.map((moment: object) => ({ ...moment, goOn: { command: text, effect: text } })) };
}

test.each(EVIL)('%s in every text of a forecast stays text', (text) => {
  const html = renderPage({ title: text, releases: [saying(text), { name: text, namespace: text, problem: text }] });

  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<\/script/g)).toHaveLength(1);
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<svg onload');
  expect(html).not.toMatch(/<[^>"]*("[^"]*"[^>"]*)*\son\w+=/);
});

test.each(EVIL)('%s in every text of a comparison stays text', (text) => {
  const change = { path: text, of: text, change: 'changed', old: text, new: { [text]: text }, effect: text } as const;
  const html = renderPage({
    title: 'Changes',
    releases: [],
    diff: {
      unchanged: 0,
      hazards: [],
      objects: [{ kind: text, name: text, namespace: text, deployment: text, change: 'changed', fields: [change], effect: text }],
      rollouts: [{
        name: text,
        namespace: text,
        deployment: text,
        change: 'changed',
        release: 'starts',
        images: [{ container: text, old: text, new: text }],
        why: [change],
        atOnce: [change],
        plan: [change],
        other: [change],
      }],
    },
  });

  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<svg onload');
});

test('a name that is no address still gives one', () => {
  const html = renderPage({ title: 'Releases', releases: [canary([30], { name: 'a b"c', namespace: undefined })] });

  expect(html).toContain('id="a-b-c/1"');
});

test('signs that part the states of the diagram are taken out of its texts', () => {
  const html = renderPage({ title: 'Releases', releases: [saying('a~b|c')] });

  const looks = [...html.matchAll(/data-looks="([^"]*)"/g)].flatMap(([, all]) => all.split('|'));
  expect(looks.filter((look) => look.split('~').length !== 3)).toEqual([]);
});
