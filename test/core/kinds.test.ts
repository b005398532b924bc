import { Rollout } from '../../imports/argoproj.io';
import { DestinationRule, Gateway, VirtualService } from '../../imports/networking.istio.io';
import { DESTINATION_RULE, GATEWAY, ROLLOUT, VIRTUAL_SERVICE } from '../../src/core/kinds';

test.each([
  ['Rollout', ROLLOUT, Rollout.GVK],
  ['VirtualService', VIRTUAL_SERVICE, VirtualService.GVK],
  ['Gateway', GATEWAY, Gateway.GVK],
  ['DestinationRule', DESTINATION_RULE, DestinationRule.GVK],
])('a %s is written in the version of the generated class', (_kind, ours, generated) => {
  expect(ours).toEqual(generated);
});
