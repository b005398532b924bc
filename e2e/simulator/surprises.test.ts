import { ANALYSIS_TEMPLATES } from './analyses';
import { compare } from './compare';
import { ReleaseEvent } from '../../src/simulator/events';
import { blueGreen, deploy, hostCanary, subsetCanary } from '../../test/simulator/releases';
import { Manifest } from '../../test/util/synth';

const HEADER = { setHeaderRoute: { name: 'managed', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } };
const MANAGED = { trafficRouting: { managedRoutes: [{ name: 'managed' }] } };
const PAUSED = [{ setWeight: 25 }, { pause: {} }];

const SURPRISES: Array<[what: string, manifests: Manifest[], events: ReleaseEvent[]]> = [
  ['a header route before the first pod is taken away again', hostCanary({ steps: [HEADER, ...PAUSED], ...MANAGED }), [deploy(2), 'promote']],
  [
    'an abort stays at a weight that fewer pods would carry, with dynamicStableScale and minPodsPerReplicaSet',
    subsetCanary({ steps: [{ setWeight: 1 }, { pause: {} }], dynamicStableScale: true, minPodsPerReplicaSet: 2 }, { replicas: 2 }),
    [deploy(2), 'abort', 'undo'],
  ],
  [
    'an abort stays at a weight that fewer pods would carry, with dynamicStableScale, setCanaryScale and an explicit delay',
    hostCanary({
      steps: [{ setWeight: 25 }, { setCanaryScale: { replicas: 2 } }, { pause: {} }], dynamicStableScale: true, abortScaleDownDelaySeconds: 600,
    }),
    [deploy(2), 'abort', 'undo'],
  ],
  [
    'a promoted canary whose former pods stay is degraded after its deadline',
    hostCanary({ steps: PAUSED, scaleDownDelaySeconds: 0 }, { progressDeadlineSeconds: 5 }),
    [deploy(2), 'promote', { wait: '10s' }],
  ],
  [
    'a deadline aborts an analysis after the switch with what happens next',
    [
      ...blueGreen(
        { postPromotionAnalysis: { templates: [{ templateName: 'check' }] } }, { progressDeadlineSeconds: 20, progressDeadlineAbort: true },
      ),
      ...ANALYSIS_TEMPLATES,
    ],
    [deploy(2), { wait: '30s' }, { scale: 6 }],
  ],
  ['promote ends a pause by hand alone', hostCanary({ steps: PAUSED }), [deploy(2), 'pause', 'promote', 'promote']],
];

test.concurrent.each(SURPRISES)('%s', (_, manifests, events) => compare(manifests, events));
