import { App, Chart } from 'cdk8s';
import { CanaryPreview, CanaryStep, IstioCanaryRollout, IstioGateway, TrafficSplitting } from 'cdk8s-rollouts';

const app = new App();
const chart = new Chart(app, 'app', { namespace: 'app-service' });

new IstioCanaryRollout(chart, 'app', {
  metadata: { name: 'app' },
  replicas: 3,
  containers: [{ image: 'registry.example.com/app:1.4.2', portNumber: 5000 }],
  ports: [{ name: 'http', port: 80, targetPort: 5000 }],
  steps: [CanaryStep.setWeight(30), CanaryStep.pause()],
  hosts: ['app-api.test.com'],
  gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
  splitting: TrafficSplitting.hostLevel(),
  preview: CanaryPreview.host('app-api-canary.test.com'),
});

app.synth();
