import { App, Chart, Duration } from 'cdk8s';
import {
  AlbEntryPoint, ArgoCdApplication, ArgoCdProject, ArgoCdSource, ArgoCdSyncPolicy, AwsLoadBalancerScheme, BlueGreenRollout, CanaryPreview,
  CanaryStep, IstioCanaryRollout, IstioGateway, IstioGatewayServer, IstioTraffic,
} from 'cdk8s-rollouts';

const app = new App();

// The entrance: one Gateway for all hosts, and later the ALB in front of it.
const entry = new Chart(app, 'entry', { namespace: 'istio-system' });
const gateways = [new IstioGateway(entry, 'ingressgateway', { servers: [IstioGatewayServer.http(['*.test.com'])] })];

// The applications, each with a host for its users and one for its testers.
const apps = new Chart(app, 'apps', { namespace: 'app-service' });
const pods = (image: string) => ({
  replicas: 3,
  containers: [{ image, portNumber: 5000 }],
  ports: [{ name: 'http', port: 80, targetPort: 5000 }],
});

const shop = new BlueGreenRollout(apps, 'shop', {
  ...pods('registry.example.com/shop:2.0.1'),
  scaleDownDelay: Duration.minutes(5),
  traffic: IstioTraffic.blueGreen({ hosts: ['shop.test.com'], previewHosts: ['shop-preview.test.com'], gateways }),
});

const api = new IstioCanaryRollout(apps, 'api', {
  ...pods('registry.example.com/api:1.4.2'),
  steps: [CanaryStep.setWeight(30), CanaryStep.pause()],
  hosts: ['api.test.com'],
  gateways,
  preview: CanaryPreview.host('api-canary.test.com'),
});

new AlbEntryPoint(entry, 'public', {
  rollouts: [shop, api],
  scheme: AwsLoadBalancerScheme.INTERNET_FACING,
  certificateArns: ['arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-1111-2222-3333-444455556666'],
});

// What Argo CD does with the two files above; this third one is applied by hand, or by an Application of Applications.
const argoCd = new Chart(app, 'argo-cd');
const repository = 'https://git.example.com/shop/deploy.git';

const project = new ArgoCdProject(argoCd, 'shop', {
  sourceRepos: [repository],
  destinations: [{ namespace: 'app-service' }, { namespace: 'istio-system' }],
  clusterResources: [{ group: '', kind: 'Namespace' }],
  roles: [{ name: 'release', groups: ['shop-leads'], allow: ['get', 'sync', 'action/argoproj.io/Rollout/*'] }],
});

new ArgoCdApplication(argoCd, 'shop-entry', {
  project,
  source: ArgoCdSource.directory(repository, 'dist', { include: 'entry.k8s.yaml' }),
  destination: { namespace: 'istio-system' },
  syncPolicy: ArgoCdSyncPolicy.automatic({ selfHeal: true }),
});

new ArgoCdApplication(argoCd, 'shop-apps', {
  project,
  rollouts: [shop, api],
  source: ArgoCdSource.directory(repository, 'dist', { include: 'apps.k8s.yaml' }),
  syncPolicy: ArgoCdSyncPolicy.automatic({ prune: true, selfHeal: true }),
  syncOptions: { createNamespace: true },
});

app.synth();
