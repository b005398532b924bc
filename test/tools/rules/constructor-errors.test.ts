import * as ts from 'typescript';
import { TEXT_RULES } from '../../../src/cli/text-rules';
import { HAZARDS } from '../../../src/diff/hazards';
import { RULES } from '../../../src/validation/rules';
import { constructorErrors } from '../../../tools/rules/constructor-errors';
import { errorSources } from '../../../tools/rules/error-sources';
import { errorsSection, topicOf } from '../../../tools/rules/errors-section';

/** The errors that find the same mistake as the rule of that id; add one only where this is so. */
const SAME_AS_RULE = [
  'analysis-argument-once', 'containers-present', 'host-claimed-once', 'host-served-by-gateway', 'progress-deadline-over-min-ready',
  'selector-matches-pods', 'service-selects-pods', 'surge-or-unavailable', 'sync-keeps-selectors',
];

const parsed = (text: string) => constructorErrors([{ path: 'src/entry/example.ts', tree: ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022, true) }]);
const idsOfErrors = [...new Set(constructorErrors().map(({ id }) => id))].sort();

test('an error is read from the literal of a problem, with constants filled in', () => {
  const errors = parsed('const MAX = 63; const found = [{ rule: "name-length", prop: `${prop}.name`, wrong: `is longer than ${MAX}`, got: name, remedy: long ? "cut it" : "stop" }];');

  expect(errors).toEqual([{ id: 'name-length', path: 'src/entry/example.ts', prop: '….name', wrong: 'is longer than 63', remedy: 'cut it / stop' }]);
});

test('an error is read from the call of a helper that is given its id', () => {
  const errors = parsed(`
    function check(rule: string, prop: string, value: number) { return [{ rule, prop: \`retry.\${prop}\`, wrong: 'is wrong', got: value, remedy: 'mend it' }]; }
    check('retry-limit', 'limit', 3);`);

  expect(errors).toEqual([{ id: 'retry-limit', path: 'src/entry/example.ts', prop: 'retry.limit', wrong: 'is wrong', remedy: 'mend it' }]);
});

test('an error says the bounds with which a helper is called', () => {
  const wrongs = parsed(`
    function check(rule: string, range: Range) {
      const bounds = range.max === undefined ? \`\${range.min} or more\` : \`from \${range.min} to \${range.max}\`;
      return [{ rule, prop: 'a', wrong: \`must be \${bounds}\`, remedy: 'mend it' }];
    }
    check('at-least', { min: -1 });
    check('between', { min: 2, max: 10 });
    check('up-to', { min: 0, max: length });`).map(({ wrong }) => wrong);

  expect(wrongs).toEqual(['must be -1 or more', 'must be from 2 to 10', 'must be from 0 to …']);
});

test('a literal whose rule is not an id is no error', () => {
  expect(parsed('const copy = (rule: string) => ({ rule, at: 1 }); const other = { rule: "Not an id" }; copy(name);')).toEqual([]);
});

test('each id that a source spells out is found', () => {
  const spelled = errorSources().flatMap(({ tree }) => [...tree.text.matchAll(/\brule: '([^']+)'|check\w+\('([a-z0-9]+(?:-[a-z0-9]+)+)', /g)].map(([, literal, argument]) => literal ?? argument));

  expect([...new Set(spelled)].filter((id) => !idsOfErrors.includes(id))).toEqual([]);
});

test('each error has a topic on the page: add its folder to TOPICS', () => {
  expect(constructorErrors().filter((error) => topicOf(error) === undefined)).toEqual([]);
});

test('each error stands on the page', () => {
  const page = errorsSection();

  expect(idsOfErrors.filter((id) => !page.includes(`| \`${id}\` |`) && !page.includes(`| [${id}](#${id}) |`))).toEqual([]);
});

test('fails when an error has the id of a rule without finding the same mistake', () => {
  const ids = RULES.map(({ id }) => id);

  expect(idsOfErrors.filter((id) => ids.includes(id))).toEqual(SAME_AS_RULE);
});

test('fails when an error has the id of a hazard, or of a rule on texts', () => {
  const others: string[] = [...HAZARDS, ...TEXT_RULES].map(({ id }) => id);

  expect(idsOfErrors.filter((id) => others.includes(id))).toEqual([]);
});
