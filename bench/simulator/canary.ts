const LABELS = { app: 'app' };

/** The manifests of a canary release by host. */
export function canary(replicas: number): object[] {
  const service = (name: string) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: LABELS } });
  return [
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'app' },
      spec: {
        replicas,
        template: { metadata: { labels: LABELS }, spec: { containers: [{ name: 'main', image: 'app:1' }] } },
        strategy: {
          canary: {
            stableService: 'stable',
            canaryService: 'canary',
            steps: [{ setWeight: 30 }, { pause: {} }],
            trafficRouting: { istio: { virtualService: { name: 'app', routes: ['main'] } } },
          },
        },
      },
    },
    service('stable'),
    service('canary'),
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'app' },
      spec: { http: [{ name: 'main', route: [{ destination: { host: 'stable' }, weight: 100 }, { destination: { host: 'canary' }, weight: 0 }] }] },
    },
  ];
}
