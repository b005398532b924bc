import { parse } from 'yaml';
import { isIgnoreRuleFor, readApplication, syncOption } from '../../../src/model/gitops/application';
import { evaluate } from '../../../src/validation/evaluate';

const SPEC = `
  destination: { namespace: shop }
  syncPolicy: { syncOptions: [ CreateNamespace=true, ServerSideApply=true ] }
  ignoreDifferences: [ { group: apps, kind: Deployment, name: app, jsonPointers: [ /spec/replicas ] } ]
`;
const application = (spec: string) => ({ kind: 'Application', spec: parse(spec) });
const applicationSet = (spec: string) => ({ kind: 'ApplicationSet', spec: { template: { spec: parse(spec) } } });

test.each([
  ['an Application', application, 'spec'],
  ['the template of an ApplicationSet', applicationSet, 'spec.template.spec'],
])('%s is read with its paths', (_what, of, path) => {
  const read = readApplication(of(SPEC));

  expect(read.namespace).toBe('shop');
  expect(syncOption(read, 'ServerSideApply=true')).toEqual({ value: 'ServerSideApply=true', path: `${path}.syncPolicy.syncOptions[1]` });
  expect(read.ignoreRules).toEqual([{
    kind: 'Deployment',
    name: 'app',
    path: `${path}.ignoreDifferences[0]`,
    jqPathExpressions: [],
    managedFieldsManagers: [],
    jsonPointers: [{ value: '/spec/replicas', path: `${path}.ignoreDifferences[0].jsonPointers[0]` }],
  }]);
});

test.each(['{}', '{ destination: shop, syncPolicy: [], ignoreDifferences: { kind: 3 } }', '{ ignoreDifferences: [ null, 1, { jsonPointers: x } ] }'])(
  'fields of another form are as if they were missing: %s', (spec) => {
    expect(() => readApplication(application(spec))).not.toThrow();
    expect(readApplication(application(spec)).syncOptions).toEqual([]);
  },
);

test('a namespace that a generator fills in is not known', () => {
  expect(readApplication(applicationSet('{ destination: { namespace: "{{ .namespace }}" } }')).namespace).toBeUndefined();
});

test('an ignore rule without a name is for all objects of its kind, and one for * for all kinds', () => {
  const [ofKind, ofAll, ofOne] = readApplication(application('{ ignoreDifferences: [ { kind: Service }, { kind: "*" }, { kind: Service, name: other } ] }')).ignoreRules;

  expect([ofKind, ofAll, ofOne].map((rule) => isIgnoreRuleFor(rule, { kind: 'Service', name: 'app' }))).toEqual([true, true, false]);
});

test('rules judge an ApplicationSet as the Applications that it makes', () => {
  const metadata = { name: 'shop', namespace: 'argocd' };
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'app', namespace: 'shop' }, spec: { strategy: { blueGreen: { activeService: 'app' } } },
  };
  const service = { apiVersion: 'v1', kind: 'Service', metadata: rollout.metadata, spec: { selector: { app: 'app' } } };
  const set = { apiVersion: 'argoproj.io/v1alpha1', metadata, ...applicationSet(SPEC) };

  expect(evaluate([rollout, service, set]).filter(({ kind }) => kind === 'ApplicationSet')).toMatchObject([
    { rule: 'sync-keeps-selectors', path: 'spec.template.spec.syncPolicy.syncOptions[1]', value: 'ServerSideApply=true' },
  ]);
});
