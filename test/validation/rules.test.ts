import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { complete } from './complete';
import { deepFreeze } from './deep-freeze';
import { isWithin, OLDEST_ARGO_ROLLOUTS_VERSION } from '../../src/core/argo-rollouts-version';
import { evaluate } from '../../src/validation/evaluate';
import { Finding } from '../../src/validation/finding';
import { Rule } from '../../src/validation/rule';
import { RULES, TOPICS } from '../../src/validation/rules';
import { Severity } from '../../src/validation/severity';

const FOLDER = join(__dirname, '../../src/validation/rules');
const GOLDEN = join(__dirname, '../golden');

/** Judged for the release that needs the rule; the advice of other rules is none of its business. */
function findings(rule: Rule, yaml: string): Finding[] {
  const version = rule.argoRollouts?.startsWith('<') ? OLDEST_ARGO_ROLLOUTS_VERSION : '1.99.0';
  const found = evaluate(deepFreeze(complete(yaml)), rule.argoRollouts ? { argoRolloutsVersion: version } : {});
  return found.filter(({ rule: id, severity }) => id === rule.id || severity !== Severity.ADVICE);
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('rule %s', (_id, rule) => {
  test('finds what is wrong with its bad example, and nothing else does', () => {
    expect([...new Set(findings(rule, rule.example.bad).map(({ rule: id }) => id))]).toEqual([rule.id]);
  });

  test('finds nothing in its good example, and nothing else does', () => {
    expect(findings(rule, rule.example.good)).toEqual([]);
  });

  test('says in lower case and without a final period what is wrong and what to do', () => {
    const texts = [rule.remedy, ...findings(rule, rule.example.bad).flatMap(({ message, remedy }) => [message, remedy])];

    expect(texts.filter((text) => /^[A-Z][a-z]* |\.$|undefined|\[object/.test(text) && !/^(Service|VirtualService|DestinationRule|Ingress|AnalysisTemplate|Deployment|Rollout) /.test(text))).toEqual([]);
  });
});

test('each file of a topic is a rule in the list, named after its id', () => {
  const files = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(join(FOLDER, entry.name)).map((file) => `${entry.name}/${file}`)).sort();

  const listed = Object.entries(TOPICS).flatMap(([topic, rules]) => rules.map(({ id }) => `${topic}/${id}.ts`)).sort();

  expect(listed).toEqual(files);
});

test('each id is that of one rule', () => {
  const ids = RULES.map(({ id }) => id);

  expect(ids).toEqual([...new Set(ids)]);
});

test('each range of releases is one', () => {
  expect(() => RULES.forEach(({ argoRollouts }) => argoRollouts && isWithin('1.10.1', argoRollouts))).not.toThrow();
});

test.each(readdirSync(GOLDEN).filter((file) => file.endsWith('.yaml')))('what the constructs write gives no finding: %s', (file) => {
  const manifests = parseAllDocuments(readFileSync(join(GOLDEN, file), 'utf8')).map((document) => document.toJS());

  expect(evaluate(deepFreeze(manifests)).filter(({ severity }) => severity !== Severity.ADVICE)).toEqual([]);
});
