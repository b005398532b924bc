import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { CanaryPreview, CanaryStep, IstioCanaryRollout, IstioGateway } from '../../lib/src';

/** One way of describing the same fleet. */
export type Subject = 'ours' | 'raw';

/** All apps in one chart, or each in a chart of its own. */
export type Layout = 'one chart' | 'chart each';

/** Describes a fleet of canary apps, each a Rollout, two Services and two VirtualServices. */
export function describeFleet(app: App, subject: Subject, layout: Layout, count: number): void {
  const add = subject === 'ours' ? addOurs : addRaw;
  const shared = layout === 'one chart' ? new Chart(app, 'fleet', { namespace: 'fleet' }) : undefined;
  for (let index = 0; index < count; index++) {
    add(shared ?? new Chart(app, `chart-${index}`, { namespace: 'fleet' }), `app-${index}`);
  }
}

function addOurs(chart: Chart, name: string): void {
  new IstioCanaryRollout(chart, name, {
    replicas: 3,
    containers: [{ image: `registry.example.com/${name}:1.4.2`, portNumber: 5000 }],
    ports: [{ name: 'http', port: 80, targetPort: 5000 }],
    steps: [CanaryStep.setWeight(30), CanaryStep.pause()],
    hosts: [`${name}.test.com`],
    gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
    preview: CanaryPreview.host(`${name}-canary.test.com`),
  });
}

const TEMPLATE_NAME = 'app-template';
let template: string | undefined;

/** The same manifests as plain objects; each app's are a copy, as they would be in a program that builds them itself. */
function addRaw(chart: Chart, name: string): void {
  template ??= JSON.stringify(manifestsOf(TEMPLATE_NAME));
  const manifests = JSON.parse(template.replaceAll(TEMPLATE_NAME, name));
  manifests.forEach((manifest: any, index: number) => new ApiObject(chart, `${name}-${index}`, manifest));
}

function manifestsOf(name: string): object[] {
  const chart = new Chart(Testing.app(), 'template', { namespace: 'fleet' });
  addOurs(chart, name);
  return Testing.synth(chart);
}
