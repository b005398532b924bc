import { ApiObject, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { BlueGreenRollout, CanaryRollout } from '../../src';
import { chartOf, errorOf, find, namesOf, pods, synth } from '../util/synth';

const NAME = { 'app.kubernetes.io/name': 'app' };

describe('the name', () => {
  test('is the id of the construct unless metadata sets one', () => {
    const manifests = synth((chart) => new BlueGreenRollout(chart, 'shop', { ...pods(), metadata: undefined }));

    expect(namesOf(manifests)).toEqual(['Rollout/shop', 'Service/shop', 'Service/shop-preview']);
  });

  test('is what metadata sets, with namespace, labels and annotations', () => {
    const manifests = synth((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(), metadata: { name: 'shop', namespace: 'other', labels: { team: 'a' }, annotations: { note: 'b' } },
    }));

    expect(find(manifests, 'Rollout').metadata).toEqual({ name: 'shop', namespace: 'other', labels: { team: 'a' }, annotations: { note: 'b' } });
    expect(manifests.map(({ metadata }) => metadata.namespace)).toEqual(['other', 'other', 'other']);
  });
});

describe('the selector', () => {
  test('is the name label, on the pods too', () => {
    const { spec } = find(synth((chart) => new BlueGreenRollout(chart, 'x', pods())), 'Rollout');

    expect(spec.selector).toEqual({ matchLabels: NAME });
    expect(spec.template.metadata).toEqual({ labels: NAME });
  });

  test('follows the name label that podMetadata sets', () => {
    const manifests = synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), podMetadata: { labels: { 'app.kubernetes.io/name': 'shop', 'tier': 'web' } } }));

    const { spec } = find(manifests, 'Rollout');
    expect(spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'shop' });
    expect(spec.template.metadata.labels).toEqual({ 'app.kubernetes.io/name': 'shop', 'tier': 'web' });
    expect(find(manifests, 'Service', 'app').spec.selector).toEqual({ 'app.kubernetes.io/name': 'shop' });
  });

  test('is left to the user with select: false, and the Services follow it', () => {
    const manifests = synth((chart) => {
      const rollout = new BlueGreenRollout(chart, 'x', { ...pods(), select: false, podMetadata: { labels: { run: 'shop' } } });
      rollout.select(kplus.LabelSelector.of({ labels: { run: 'shop' } }));
    });

    expect(find(manifests, 'Rollout').spec.selector.matchLabels).toEqual({ run: 'shop' });
    expect(find(manifests, 'Service', 'app-preview').spec.selector).toEqual({ run: 'shop' });
  });

  test('fails when nothing is selected', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), select: false })))
      .toContain('[app/x] [selector-labels] select: the rollout selects its pods by no label; call select()');
  });
});

describe('an autoscaler', () => {
  test('targets the rollout, whose replicas are left out', () => {
    const manifests = synth((chart) => new kplus.HorizontalPodAutoscaler(chart, 'hpa', {
      target: new BlueGreenRollout(chart, 'x', {
        ...pods(), containers: [{ image: 'app', resources: { cpu: { request: kplus.Cpu.millis(100), limit: kplus.Cpu.units(1) } } }],
      }),
      maxReplicas: 5,
      metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
    }));

    expect(find(manifests, 'Rollout').spec).not.toHaveProperty('replicas');
    expect(find(manifests, 'HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'app' });
  });

  test('fails when the rollout sets replicas too', () => {
    expect(errorOf((chart) => new kplus.HorizontalPodAutoscaler(chart, 'hpa', {
      target: new BlueGreenRollout(chart, 'x', { ...pods(), replicas: 3 }), maxReplicas: 5,
    }))).toContain('replicas');
  });

  test('is no part of a rollout by itself: one pod is asked for', () => {
    expect(find(synth((chart) => new BlueGreenRollout(chart, 'x', pods())), 'Rollout').spec.replicas).toBe(1);
  });
});

describe('other constructs of cdk8s-plus', () => {
  test('a Service selects the pods of the rollout', () => {
    const manifests = synth((chart) => new kplus.Service(chart, 'svc', {
      metadata: { name: 'metrics' }, ports: [{ port: 9090 }], selector: new BlueGreenRollout(chart, 'x', pods()),
    }));

    expect(find(manifests, 'Service', 'metrics').spec.selector).toEqual(NAME);
  });

  test('a network policy has the pods as its subject', () => {
    const manifests = synth((chart) => new kplus.NetworkPolicy(chart, 'policy', { selector: new BlueGreenRollout(chart, 'x', pods()) }));

    expect(find(manifests, 'NetworkPolicy').spec.podSelector).toEqual({ matchLabels: NAME });
  });

  test('isolate denies all traffic to the pods', () => {
    const { spec } = find(synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), isolate: true })), 'NetworkPolicy');

    expect(spec).toMatchObject({ podSelector: { matchLabels: NAME }, policyTypes: ['Egress', 'Ingress'] });
  });

  test('connections are allowed between two rollouts', () => {
    const manifests = synth((chart) => {
      const web = new BlueGreenRollout(chart, 'web', { ...pods(), metadata: { name: 'web' } });
      web.connections.allowTo(new BlueGreenRollout(chart, 'x', pods()));
    });

    expect(manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec.podSelector.matchLabels['app.kubernetes.io/name']))
      .toEqual(['web', 'app']);
  });

  test('a volume of a ConfigMap is mounted', () => {
    const { spec } = find(synth((chart) => {
      const config = new kplus.ConfigMap(chart, 'config', { metadata: { name: 'settings' }, data: { a: 'b' } });
      const rollout = new BlueGreenRollout(chart, 'x', pods());
      rollout.containers[0].mount('/etc/app', kplus.Volume.fromConfigMap(chart, 'volume', config));
    }), 'Rollout').spec.template;

    expect(spec.volumes).toEqual([{ name: 'configmap-settings', configMap: { name: 'settings' } }]);
    expect(spec.containers[0].volumeMounts).toEqual([{ name: 'configmap-settings', mountPath: '/etc/app' }]);
  });

  test('a service account is used by the pods', () => {
    const { spec } = find(synth((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(), serviceAccount: new kplus.ServiceAccount(chart, 'account', { metadata: { name: 'runner' } }),
    })), 'Rollout').spec.template;

    expect(spec.serviceAccountName).toBe('runner');
  });

  test('scheduling onto labelled nodes is kept', () => {
    const { spec } = find(synth((chart) => {
      new BlueGreenRollout(chart, 'x', pods()).scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.is('pool', 'web')));
    }), 'Rollout').spec.template;

    expect(spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms)
      .toEqual([{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['web'] }] }]);
  });

  test('spread keeps the pods apart on nodes and zones, by the selector of the rollout', () => {
    const { spec } = find(synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), spread: true })), 'Rollout').spec.template;

    const terms = spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(terms.map(({ topologyKey }: any) => topologyKey)).toEqual(['kubernetes.io/hostname', 'topology.kubernetes.io/zone']);
    expect(terms.map(({ labelSelector }: any) => labelSelector.matchLabels)).toEqual([NAME, NAME]);
  });
});

describe('the pods', () => {
  test('have sidecars, init containers and probes', () => {
    const { spec } = find(synth((chart) => {
      const rollout = new BlueGreenRollout(chart, 'x', {
        ...pods(),
        containers: [{ image: 'app', portNumber: 5000, readiness: kplus.Probe.fromHttpGet('/ready', { periodSeconds: Duration.seconds(5) }) }],
        initContainers: [{ name: 'migrate', image: 'migrate' }],
      });
      rollout.addContainer({ name: 'sidecar', image: 'proxy' });
    }), 'Rollout').spec.template;

    expect(spec.containers.map(({ name }: any) => name)).toEqual(['main', 'sidecar']);
    expect(spec.initContainers.map(({ name }: any) => name)).toEqual(['migrate']);
    expect(spec.containers[0].readinessProbe).toMatchObject({ httpGet: { path: '/ready', port: 5000 }, periodSeconds: 5 });
  });

  test('carry the labels and annotations of podMetadata, and those added later', () => {
    const { metadata } = find(synth((chart) => {
      const rollout = new BlueGreenRollout(chart, 'x', { ...pods(), podMetadata: { labels: { tier: 'web' }, annotations: { note: 'a' } } });
      rollout.podMetadata.addAnnotation('later', 'b');
    }), 'Rollout').spec.template;

    expect(metadata).toEqual({ labels: { ...NAME, tier: 'web' }, annotations: { note: 'a', later: 'b' } });
  });

  test('have their resources and ephemeral storage', () => {
    const { spec } = find(synth((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(), containers: [{ image: 'app', resources: { ephemeralStorage: { limit: Size.gibibytes(2) } } }],
    })), 'Rollout').spec.template;

    expect(spec.containers[0].resources.limits['ephemeral-storage']).toBe('2Gi');
  });
});

test('every setting common to both strategies is written under its upstream name', () => {
  const { spec } = find(synth((chart) => new CanaryRollout(chart, 'x', {
    ...pods(),
    replicas: 4,
    minReady: Duration.seconds(10),
    progressDeadline: Duration.minutes(5),
    progressDeadlineAbort: true,
    revisionHistoryLimit: 3,
    restartAt: new Date('2026-01-02T03:04:05.678Z'),
    rollbackWindow: 2,
    successfulRunHistoryLimit: 1,
    unsuccessfulRunHistoryLimit: 0,
  })), 'Rollout');

  expect(spec).toMatchObject({
    replicas: 4,
    minReadySeconds: 10,
    progressDeadlineSeconds: 300,
    progressDeadlineAbort: true,
    revisionHistoryLimit: 3,
    restartAt: '2026-01-02T03:04:05Z',
    rollbackWindow: { revisions: 2 },
    analysis: { successfulRunHistoryLimit: 1, unsuccessfulRunHistoryLimit: 0 },
  });
});

describe('a JSON patch', () => {
  test('lands on the Rollout by its own method', () => {
    const manifests = synth((chart) => new BlueGreenRollout(chart, 'x', pods()).addJsonPatch(JsonPatch.add('/spec/paused', true)));

    expect(find(manifests, 'Rollout').spec.paused).toBe(true);
  });

  test('lands on the Rollout and its Services by ApiObject.of', () => {
    const manifests = synth((chart) => {
      const rollout = new BlueGreenRollout(chart, 'x', pods());
      ApiObject.of(rollout).addJsonPatch(JsonPatch.replace('/spec/replicas', 7));
      ApiObject.of(rollout.activeService).addJsonPatch(JsonPatch.add('/spec/internalTrafficPolicy', 'Local'));
    });

    expect(find(manifests, 'Rollout').spec.replicas).toBe(7);
    expect(find(manifests, 'Service', 'app').spec.internalTrafficPolicy).toBe('Local');
  });

  test('that cannot be applied to a Service is told with the Service and the reason', () => {
    const error = errorOf((chart) => {
      ApiObject.of(new BlueGreenRollout(chart, 'x', pods()).activeService).addJsonPatch(JsonPatch.add('/spec/sessionAffinityConfig/clientIP', {}));
    });

    expect(error).toContain('[json-patch-applies] addJsonPatch[0]: cannot be applied to Service app: /spec/sessionAffinityConfig does not exist');
  });

  test('is seen by the plan', () => {
    const rollout = new BlueGreenRollout(chartOf(), 'x', pods());

    rollout.addJsonPatch(JsonPatch.replace('/spec/strategy/blueGreen/autoPromotionEnabled', true));
    ApiObject.of(rollout.previewService).addJsonPatch(JsonPatch.add('/spec/selector/tier', 'web'));

    expect(rollout.model.blueGreen?.autoPromotionEnabled).toBe(true);
    expect(rollout.model.services[1].selector).toEqual({ ...NAME, tier: 'web' });
  });
});
