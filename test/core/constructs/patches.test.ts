import { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { patchable } from '../../../src/core/constructs/patches';
import { chartOf } from '../../util/synth';

function patched(...patches: JsonPatch[]): () => any {
  const object = patchable(new ApiObject(chartOf(), 'thing', {
    apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'app' }, spec: { size: 3, hosts: ['a.com'], labels: { 'a/b': 'x' } },
  }));
  object.addJsonPatch(...patches);
  return () => object.toJson();
}

test('patches land in order', () => {
  const render = patched(JsonPatch.add('/spec/limits', {}), JsonPatch.add('/spec/limits/max', 5), JsonPatch.add('/spec/hosts/-', 'b.com'));

  expect(render().spec).toMatchObject({ limits: { max: 5 }, hosts: ['a.com', 'b.com'] });
});

test('a key with a slash is found', () => {
  expect(patched(JsonPatch.replace('/spec/labels/a~1b', 'y'))().spec.labels).toEqual({ 'a/b': 'y' });
});

test('patches land again when the object is rendered again', () => {
  const render = patched(JsonPatch.add('/spec/hosts/-', 'b.com'));

  expect(render()).toEqual(render());
});

test('patches land on objects of cdk8s-plus as they are written, with fields that it does not know', () => {
  const service = new kplus.Service(chartOf(), 'service', { ports: [{ port: 80 }] });
  patchable(ApiObject.of(service)).addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));

  expect(ApiObject.of(service).toJson().spec.trafficDistribution).toBe('PreferClose');
});

test.each<[string, JsonPatch, string]>([
  ['add below a missing parent', JsonPatch.add('/spec/limits/max', 5), '/spec/limits does not exist, got "add /spec/limits/max"; correct the path, or add the parent first'],
  ['add to a text', JsonPatch.add('/spec/size/max', 5), '/spec/size has no fields, got "add /spec/size/max"; correct the path, or add the parent first'],
  ['add behind the end of a list', JsonPatch.add('/spec/hosts/7', 'b.com'), '/spec/hosts is a list of 1, got "add /spec/hosts/7"; correct the path, or add the parent first'],
  ['replace what is missing', JsonPatch.replace('/spec/host', 'b.com'), '/spec/host does not exist, got "replace /spec/host"; correct the path'],
  ['remove what is missing', JsonPatch.remove('/spec/hosts/1'), '/spec/hosts/1 does not exist, got "remove /spec/hosts/1"; correct the path'],
  ['copy from what is missing', JsonPatch.copy('/spec/host', '/spec/size'), '/spec/host does not exist, got "copy /spec/host /spec/size"; correct the path'],
  ['test another value', JsonPatch.test('/spec/size', 4), 'Test operation failed, got "test /spec/size"; correct the path'],
])('fails with the patch, the object and the reason: %s', (_case, patch, reason) => {
  const render = patched(JsonPatch.add('/spec/colour', 'red'), patch);

  expect(render).toThrow(new Error(`app/thing: [json-patch-applies] addJsonPatch[1]: cannot be applied to Thing app: ${reason}`));
});

test('a patch that cannot be applied is found by validation, with all other errors', () => {
  const chart = chartOf();
  const object = patchable(new ApiObject(chart, 'thing', { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'app' } }));
  object.addJsonPatch(JsonPatch.remove('/spec'));

  expect(object.node.validate()).toEqual([expect.stringContaining('addJsonPatch[0]: cannot be applied to Thing app: /spec does not exist')]);
});
