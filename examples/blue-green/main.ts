import { App, Chart, Duration } from 'cdk8s';
import { BlueGreenRollout, IstioGateway, IstioTraffic, Promotion } from 'cdk8s-rollouts';

const app = new App();
const chart = new Chart(app, 'app', { namespace: 'app-service' });

new BlueGreenRollout(chart, 'app', {
  metadata: { name: 'app' },
  replicas: 3,
  containers: [{ image: 'registry.example.com/app:1.4.2', portNumber: 5000 }],
  ports: [{ name: 'http', port: 80, targetPort: 5000 }],
  promotion: Promotion.manual(),
  scaleDownDelay: Duration.seconds(30),
  traffic: IstioTraffic.blueGreen({
    hosts: ['app-api.test.com'],
    previewHosts: ['app-api-preview.test.com'],
    gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
  }),
});

app.synth();
