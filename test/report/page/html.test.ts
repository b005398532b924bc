import { html, Markup } from '../../../src/report/page/html';

test('a text is escaped, between tags and in attributes', () => {
  expect(html`<p title=${'"<a>"'}>${'<b> & "c"'}</p>`.text).toBe('<p title="&quot;&lt;a>&quot;">&lt;b> &amp; &quot;c&quot;</p>');
});

test('markup within markup stays as it is', () => {
  expect(html`<ul>${['a', '<'].map((text) => html`<li>${text}</li>`)}</ul>`.text).toBe('<ul><li>a</li><li>&lt;</li></ul>');
});

test('nothing is written for what is missing or false, but for a zero', () => {
  expect(html`<p class=${undefined} hidden=${false}>${false}${undefined}${0}</p>`.text).toBe('<p>0</p>');
});

test('an attribute that is true stands without a value', () => {
  expect(html`<details open=${true}>a</details>`.text).toBe('<details open>a</details>');
});

test('attributes may be given together', () => {
  expect(html`<p ...${{ 'data-at': '0 1' }}>a</p>`.text).toBe('<p data-at="0 1">a</p>');
});

test('a template may hold several elements beside one another', () => {
  expect(html`<i>a</i>${'&'}<b>c</b>`).toEqual(new Markup('<i>a</i>&amp;<b>c</b>'));
});

test('the same template with other values gives other markup', () => {
  const [one, other] = ['a', 'b'].map((text) => html`<p><i>still</i>${text}</p>`.text);

  expect([one, other]).toEqual(['<p><i>still</i>a</p>', '<p><i>still</i>b</p>']);
});

test('elements that hold nothing have no end', () => {
  expect(html`<g><rect x="1" /><text /></g>`.text).toBe('<g><rect x="1"/><text></text></g>');
});
