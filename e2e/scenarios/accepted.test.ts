import { App, Chart, Duration } from 'cdk8s';
import {
  AlbEntryPoint, AlbListener, AwsLoadBalancerScheme, AwsTargetType, BlueGreenRollout, IstioGateway, IstioGatewayServer, IstioTraffic, NlbEntryPoint,
} from 'cdk8s-rollouts';
import { withRelease } from './scenario';
import { EXAMPLES } from '../../tools/examples';
import { KubernetesObject } from '../cluster/api';
import { kubectl } from '../cluster/kubectl';
import { exampleManifests, ofKind } from '../release/manifests';

const CERTIFICATE = 'arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-1111-2222-3333-444455556666';

/** Argo CD need not be installed in a cluster where releases are tested. */
const inCluster = (objects: KubernetesObject[]) => process.env.E2E_CONTROL_PLANE === 'local'
  ? objects
  : objects.filter(({ kind }) => !['Application', 'ApplicationSet', 'AppProject'].includes(kind));

/** What the API server says of a strict dry run; it throws where the server refuses anything. */
async function accepted(objects: KubernetesObject[]): Promise<string[]> {
  let answer = '';
  await withRelease(inCluster(objects), async (release) => {
    const input = release.manifests.map((object) => JSON.stringify(object)).join('\n---\n');
    answer = await kubectl(['apply', '--server-side', '--dry-run=server', '--validate=strict', '-o', 'name', '-f', '-'], input);
  });
  return answer.trim().split('\n');
}

test.concurrent.each(EXAMPLES)('the API server accepts every object of the example %s, strictly', async (example) => {
  const objects = exampleManifests(example);

  expect(await accepted(objects)).toHaveLength(inCluster(objects).length);
});

test.concurrent('the API server accepts entry points with everything set, strictly', async () => {
  const chart = new Chart(new App(), 'app');
  const rollout = new BlueGreenRollout(chart, 'app', {
    containers: [{ image: 'registry.example.com/app:1', portNumber: 5000 }],
    traffic: IstioTraffic.blueGreen({
      hosts: ['app.test.com'],
      previewHosts: ['app-preview.test.com'],
      gateways: [new IstioGateway(chart, 'gateway', { servers: [IstioGatewayServer.http(['*.test.com'])] })],
    }),
  });
  new AlbEntryPoint(chart, 'alb', {
    rollouts: [rollout],
    scheme: AwsLoadBalancerScheme.INTERNAL,
    listeners: [AlbListener.http(), AlbListener.https()],
    certificateArns: [CERTIFICATE],
    targetType: AwsTargetType.IP,
    healthCheck: { interval: Duration.seconds(10) },
    tags: { team: 'shop' },
  });
  new NlbEntryPoint(chart, 'nlb', { scheme: AwsLoadBalancerScheme.INTERNAL, certificateArns: [CERTIFICATE] });
  const objects: KubernetesObject[] = chart.toJson();

  expect(await accepted(objects)).toHaveLength(objects.length);
});

test.concurrent('the API server would refuse an unknown field, and a path without a type', async () => {
  const unknown = exampleManifests('eks');
  ofKind(unknown, 'VirtualService').spec.hots = ['app.test.com'];
  const untyped = exampleManifests('eks');
  delete ofKind(untyped, 'Ingress').spec.rules[0].http.paths[0].pathType;

  await expect(accepted(unknown)).rejects.toThrow(/spec\.hots/);
  await expect(accepted(untyped)).rejects.toThrow(/pathType/);
});
