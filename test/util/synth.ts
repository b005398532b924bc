import { App, Chart, Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/** A parsed manifest. */
export type Manifest = Record<string, any>;

/** A chart in an app of its own, in the namespace of the scenarios. */
export function chartOf(app: App = Testing.app()): Chart {
  return new Chart(app, 'app', { namespace: 'app-service' });
}

/** What a chart synthesizes once it is built. */
export function synth(build: (chart: Chart) => void): Manifest[] {
  const chart = chartOf();
  build(chart);
  return chart.toJson();
}

/** The same as text, as it is written to the file. */
export function synthYaml(build: (chart: Chart) => void): string {
  return Yaml.stringify(...synth(build));
}

/** The one manifest of this kind, or the one of this kind and name. */
export function find(manifests: Manifest[], kind: string, name?: string): Manifest {
  const found = manifests.filter((manifest) => manifest.kind === kind && (name === undefined || manifest.metadata.name === name));
  if (found.length !== 1) {
    throw new Error(`${found.length} manifests are ${kind} ${name ?? ''}: ${namesOf(manifests).join(', ')}`);
  }
  return found[0];
}

/** `Kind/name` of each manifest, in order. */
export function namesOf(manifests: Manifest[]): string[] {
  return manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
}

/** The message with which building fails; fails itself where nothing is wrong. */
export function errorOf(build: (chart: Chart) => void): string {
  try {
    synth(build);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('building did not fail');
}

/** The least that any rollout needs. */
export function pods() {
  return {
    metadata: { name: 'app' },
    containers: [{ image: 'registry.example.com/app:1.4.2', portNumber: 5000 }] as kplus.ContainerProps[],
    ports: [{ name: 'http', port: 80, targetPort: 5000 }],
  };
}
