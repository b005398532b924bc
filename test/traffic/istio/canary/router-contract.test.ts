import { CanaryPreview, IstioGateway, IstioTraffic, TrafficSplitting } from '../../../../src';
import { describeRouterContract } from '../../router-contract';

describeRouterContract('IstioTraffic.canary by host', () => IstioTraffic.canary({
  hosts: ['app-api.test.com'], gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
}));

describeRouterContract('IstioTraffic.canary by subset', () => IstioTraffic.canary({
  splitting: TrafficSplitting.subsetLevel(), preview: CanaryPreview.header('x-canary', 'always'),
}));
