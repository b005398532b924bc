import * as kplus from 'cdk8s-plus-28';
import { Application, AppProject, Rollout } from '../../../imports/argoproj.io';
import { DestinationRule, Gateway, VirtualService } from '../../../imports/networking.istio.io';
import { APPLICATION, APP_PROJECT, DESTINATION_RULE, GATEWAY, INGRESS, ROLLOUT, SERVICE, VIRTUAL_SERVICE } from '../../../src/core/constructs/kinds';

test.each([
  ['Rollout', ROLLOUT, Rollout.GVK],
  ['Application', APPLICATION, Application.GVK],
  ['AppProject', APP_PROJECT, AppProject.GVK],
  ['VirtualService', VIRTUAL_SERVICE, VirtualService.GVK],
  ['Gateway', GATEWAY, Gateway.GVK],
  ['Ingress', INGRESS, kplus.k8s.KubeIngress.GVK],
  ['Service', SERVICE, kplus.k8s.KubeService.GVK],
  ['DestinationRule', DESTINATION_RULE, DestinationRule.GVK],
])('a %s is written in the version of the generated class', (_kind, ours, generated) => {
  expect(ours).toEqual(generated);
});
