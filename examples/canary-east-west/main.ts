import { App, Chart } from 'cdk8s';
import { CanaryPreview, CanaryStep, IstioCanaryRollout, TrafficSplitting } from 'cdk8s-rollouts';

const app = new App();
const chart = new Chart(app, 'app', { namespace: 'app-service' });

// Callers inside the mesh keep using the one Service `app`; sidecars split their requests by subset.
new IstioCanaryRollout(chart, 'app', {
  metadata: { name: 'app' },
  replicas: 3,
  containers: [{ image: 'registry.example.com/app:1.4.2', portNumber: 5000 }],
  ports: [{ name: 'http', port: 80, targetPort: 5000 }],
  steps: [CanaryStep.setWeight(30), CanaryStep.pause()],
  splitting: TrafficSplitting.subsetLevel(),
  preview: CanaryPreview.header('x-canary', 'always'),
});

app.synth();
