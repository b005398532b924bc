import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { CustomResource, DestinationRule, IstioGateway, IstioGatewayServer, IstioHttpRoute, IstioRouteDestination, VirtualService } from '../../../src';
import { chartOf, errorOf } from '../../util/synth';

const RESOURCES: Array<[string, (chart: Chart) => CustomResource]> = [
  ['VirtualService', (chart) => new VirtualService(chart, 'x', { hosts: ['app'], http: [IstioHttpRoute.to([IstioRouteDestination.toHost('app')])] })],
  ['DestinationRule', (chart) => new DestinationRule(chart, 'x', { host: 'app' })],
  ['Gateway', (chart) => new IstioGateway(chart, 'x', { servers: [IstioGatewayServer.http(['*.test.com'])] })],
];

describe.each(RESOURCES)('a construct of a %s', (kind, create) => {
  test('has the properties of a resource', () => {
    const resource = create(chartOf());
    resource.metadata.addLabel('team', 'shop');

    expect([resource.kind, resource.apiVersion, resource.name, resource.namespace]).toEqual([kind, 'networking.istio.io/v1', 'x', 'app-service']);
    expect(resource.apiObject.toJson().metadata.labels).toEqual({ team: 'shop' });
  });

  test('is patched last', () => {
    const resource = create(chartOf());
    resource.addJsonPatch(JsonPatch.add('/spec/exportTo', ['.']));

    expect(resource.apiObject.toJson().spec.exportTo).toEqual(['.']);
  });

  test('says which patch cannot be applied', () => {
    expect(errorOf((chart) => create(chart).addJsonPatch(JsonPatch.add('/spec/a/b', 1))))
      .toContain(`[json-patch-applies] addJsonPatch[0]: cannot be applied to ${kind} x: /spec/a does not exist`);
  });
});

test('a patch of a custom resource written elsewhere is explained too', () => {
  class Thing extends CustomResource {
    public readonly apiObject = new ApiObject(this, 'Resource', { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'app' } });
  }

  expect(errorOf((chart) => new Thing(chart, 'thing').addJsonPatch(JsonPatch.remove('/spec')))).toContain('cannot be applied to Thing app: /spec does not exist');
});
