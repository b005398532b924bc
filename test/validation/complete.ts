import { parseAllDocuments } from 'yaml';
import { dedent } from '../../tools/dedent';
import { Manifest } from '../util/synth';

const GROUPS: Record<string, string> = {
  Rollout: 'argoproj.io/v1alpha1',
  AnalysisTemplate: 'argoproj.io/v1alpha1',
  ClusterAnalysisTemplate: 'argoproj.io/v1alpha1',
  Experiment: 'argoproj.io/v1alpha1',
  Application: 'argoproj.io/v1alpha1',
  ApplicationSet: 'argoproj.io/v1alpha1',
  Service: 'v1',
  Deployment: 'apps/v1',
  Ingress: 'networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  PodDisruptionBudget: 'policy/v1',
  VirtualService: 'networking.istio.io/v1',
  DestinationRule: 'networking.istio.io/v1',
  Gateway: 'networking.istio.io/v1',
};

const LABELS = { 'app.kubernetes.io/name': 'app' };
const TEMPLATE = { metadata: { labels: LABELS }, spec: { containers: [{ name: 'app', image: 'registry.example.com/app:1' }] } };
const REPOSITORY = { repoURL: 'https://git.example.com/shop/deploy.git', path: 'dist' };

/** What makes an object of a kind complete; given fields take the place of these. */
const DEFAULTS: Record<string, Manifest> = {
  Rollout: { selector: { matchLabels: LABELS }, strategy: { canary: { steps: [{ setWeight: 30 }, { pause: {} }] } } },
  AnalysisTemplate: { metrics: [{ name: 'rate', provider: { prometheus: { query: 'up' } } }] },
  ClusterAnalysisTemplate: { metrics: [{ name: 'rate', provider: { prometheus: { query: 'up' } } }] },
  Application: { project: 'default', source: REPOSITORY, destination: { server: 'https://kubernetes.default.svc' } },
  Service: { selector: LABELS, ports: [{ name: 'http', port: 80 }] },
  Deployment: { selector: { matchLabels: LABELS }, template: TEMPLATE },
  Ingress: { rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'app', port: { number: 80 } } } }] } }] },
  VirtualService: { hosts: ['app.example.com'], gateways: ['istio-system/gw'] },
  DestinationRule: { host: 'app' },
  Gateway: { selector: { istio: 'ingressgateway' }, servers: [{ hosts: ['*'], port: { number: 80, name: 'http', protocol: 'HTTP' } }] },
};

/** Whole manifests of the telling fields in some YAML. */
export function complete(yaml: string): Manifest[] {
  return parseAllDocuments(dedent(yaml)).map((document) => completed(document.toJS()));
}

function completed(given: Manifest): Manifest {
  const { kind, metadata, spec = {} } = given;
  const workload = kind === 'Rollout' && spec.workloadRef !== undefined;
  const { selector, ...rest } = DEFAULTS[kind] ?? {};
  const template = kind === 'Rollout' && !workload ? { template: merge(TEMPLATE, spec.template ?? {}) } : {};
  const defaults = { ...rest, ...selector && !workload && { selector } };
  const inner = kind === 'Experiment' ? experiment(spec) : template;
  return { apiVersion: GROUPS[kind], ...given, metadata: { name: 'app', ...metadata }, spec: { ...defaults, ...spec, ...inner } };
}

function experiment({ templates = [] }: Manifest): Manifest {
  return { templates: templates.map((template: Manifest) => ({ selector: { matchLabels: LABELS }, template: TEMPLATE, ...template })) };
}

/** Maps are merged, everything else is replaced. */
function merge(base: Manifest, over: Manifest): Manifest {
  const isMap = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.entries(over).map(([key, value]) => [key, isMap(value) && isMap(base[key]) ? merge(base[key], value) : value]);
  return { ...base, ...Object.fromEntries(entries) };
}
