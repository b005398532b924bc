import { CompareOptions, compareManifests } from '../../src/diff/compare';
import { ManifestDiff } from '../../src/diff/manifest-diff';
import { Manifest } from '../util/synth';

const NAMESPACE = 'shop';
const LABELS = { app: 'app' };

const TEMPLATE = {
  metadata: { labels: LABELS },
  spec: {
    containers: [{
      name: 'app',
      image: 'registry.example.com/app:1',
      ports: [{ name: 'http', containerPort: 5000 }],
      envFrom: [{ configMapRef: { name: 'env' } }],
    }],
    volumes: [{ name: 'files', configMap: { name: 'files' } }],
  },
};

function object(apiVersion: string, kind: string, name: string, rest: Manifest): Manifest {
  return { apiVersion, kind, metadata: { name, namespace: NAMESPACE }, ...rest };
}

export function service(name: string): Manifest {
  return object('v1', 'Service', name, { spec: { selector: LABELS, ports: [{ name: 'http', port: 80, targetPort: 'http' }] } });
}

export function rollout(name: string, strategy: Manifest): Manifest {
  return object('argoproj.io/v1alpha1', 'Rollout', name, { spec: { replicas: 3, selector: { matchLabels: LABELS }, template: TEMPLATE, strategy } });
}

export function configMap(name: string, data: Manifest = { a: '1' }): Manifest {
  return object('v1', 'ConfigMap', name, { data });
}

export function autoscaler(name: string): Manifest {
  return object('autoscaling/v2', 'HorizontalPodAutoscaler', name, {
    spec: { scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'app' }, minReplicas: 2, maxReplicas: 9 },
  });
}

export function virtualService(name: string, host: string, entries: Array<[host: string, weight?: number, subset?: string]>): Manifest {
  return object('networking.istio.io/v1', 'VirtualService', name, {
    spec: {
      hosts: [host],
      gateways: ['istio-system/gw'],
      http: [{
        name: 'main',
        route: entries.map(([to, weight, subset]) => ({
          destination: { host: to, port: { number: 80 }, ...subset && { subset } },
          ...weight !== undefined && { weight },
        })),
      }],
    },
  });
}

/** An Ingress with one path of a host. */
export const ingress = (name: string, backend: string): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'public', namespace: 'shop' },
  spec: { rules: [{ host: name, http: { paths: [{ backend: { service: { name: backend } } }] } }] },
});

/** A path of an Ingress. */
export type IngressPath = [host: string, path: string, service: string, type?: string];

/** An Ingress with these paths. */
export const ingressOf = (...paths: IngressPath[]): Manifest => ({
  ...ingress('', 'app'),
  spec: {
    rules: paths.map(([of, path, name, pathType = 'Prefix']) => ({ ...of && { host: of }, http: { paths: [{ path, pathType, backend: { service: { name } } }] } })),
  },
});

/** An HTTPRoute to both versions. */
export const httpRoute = (hostnames: string[], ...matches: Manifest[]): Manifest => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'public', namespace: 'shop' },
  spec: { hostnames, rules: [{ matches, backendRefs: [{ name: 'app', port: 80, weight: 100 }, { name: 'app-canary', port: 80, weight: 0 }] }] },
});

/** A canary release, by host. */
export const CANARY: readonly Manifest[] = [
  rollout('app', {
    canary: {
      stableService: 'app',
      canaryService: 'app-canary',
      steps: [{ setWeight: 30 }, { pause: {} }],
      trafficRouting: { istio: { virtualService: { name: 'app', routes: ['main'] } } },
    },
  }),
  service('app'),
  service('app-canary'),
  virtualService('app', 'app.example.com', [['app', 100], ['app-canary', 0]]),
  virtualService('app-canary', 'canary.example.com', [['app-canary']]),
  configMap('env'),
  configMap('files'),
];

/** A canary release, by subset. */
export const SUBSETS: readonly Manifest[] = [
  rollout('app', {
    canary: {
      steps: [{ setWeight: 30 }, { pause: {} }],
      trafficRouting: {
        istio: {
          virtualService: { name: 'app', routes: ['main'] },
          destinationRule: { name: 'app', stableSubsetName: 'stable', canarySubsetName: 'canary' },
        },
      },
    },
  }),
  service('app'),
  virtualService('app', 'app.example.com', [['app', 100, 'stable'], ['app', 0, 'canary']]),
  object('networking.istio.io/v1', 'DestinationRule', 'app', {
    spec: { host: 'app', subsets: [{ name: 'stable', labels: LABELS }, { name: 'canary', labels: LABELS }] },
  }),
];

/** A blue-green release. */
export const BLUE_GREEN: readonly Manifest[] = [
  rollout('app', { blueGreen: { activeService: 'app', previewService: 'app-preview', autoPromotionEnabled: false } }),
  service('app'),
  service('app-preview'),
  virtualService('app', 'app.example.com', [['app']]),
];

/** What becomes of an object; nothing where it is removed. */
export type Edit = null | ((manifest: Manifest) => void);

/** A copy with some objects edited, by `Kind name`, and others added. */
export function edited(base: readonly Manifest[], edits: Record<string, Edit>, added: readonly Manifest[] = []): Manifest[] {
  const kept = copyOf(base).filter(({ kind, metadata }) => edits[`${kind} ${metadata.name}`] !== null);
  for (const [name, edit] of Object.entries(edits)) {
    const found = kept.find(({ kind, metadata }) => `${kind} ${metadata.name}` === name);
    edit !== null && edit(found!);
  }
  return [...kept, ...copyOf(added)];
}

/** The edit that puts another version into the pod template. */
export function newVersion(manifest: Manifest): void {
  manifest.spec.template.spec.containers[0].image = 'registry.example.com/app:2';
}

export function both(...edits: Array<(manifest: Manifest) => void>): (manifest: Manifest) => void {
  return (manifest) => edits.forEach((edit) => edit(manifest));
}

export function diffOf(old: readonly Manifest[], now: readonly Manifest[], options: CompareOptions = {}): ManifestDiff {
  const side = (manifests: readonly Manifest[]) => ({ environments: [[...manifests]], fileOf: () => '' });
  return compareManifests(side(old), side(now), { forecast: () => ({ name: 'app', problem: 'not asked' }), ...options });
}

/** The findings of one hazard, in few words. */
export function hazardsOf(rule: string, old: readonly Manifest[], now: readonly Manifest[]): string[] {
  return diffOf(old, now).hazards.filter((finding) => finding.rule === rule).map(({ severity, kind, name, path }) => (
    `${severity} ${kind} ${name} ${path}`.trim()
  ));
}

/** Without parts that are one object. */
function copyOf(manifests: readonly Manifest[]): Manifest[] {
  return JSON.parse(JSON.stringify(manifests)) as Manifest[];
}
