import { App, Chart } from 'cdk8s';
import { BlueGreenRollout, CanaryStep, IstioCanaryRollout, RolloutProps } from 'cdk8s-rollouts';
import { withRelease } from './scenario';

const STEPS = [CanaryStep.setWeight(30), CanaryStep.pause()];
const PODS = {
  replicas: 3,
  containers: [{ image: 'registry.example.com/app:1.4.2', portNumber: 5000 }],
  ports: [{ name: 'http', port: 80, targetPort: 5000 }],
};

const BLUE_GREEN = {
  strategy: 'blue-green',
  build: (chart: Chart, props: RolloutProps) => new BlueGreenRollout(chart, 'app', { ...PODS, ...props }),
  before: ['Healthy', 'r1 3/3 stable active', 'app → r1, app-preview → r1'],
  paused: ['Paused (BlueGreenPause)', 'r1 3/3 stable active', 'r2 3/3 preview', 'app → r1, app-preview → r2'],
  promoted: ['Healthy', 'r1 3/3 until 30s', 'r2 3/3 stable active', 'app → r2, app-preview → r2'],
};

const CANARY = {
  strategy: 'canary by host',
  build: (chart: Chart, props: RolloutProps) => new IstioCanaryRollout(chart, 'app', { ...PODS, ...props, steps: STEPS }),
  before: ['Healthy step 2/2', 'r1 3/3 stable', 'app → r1, app-canary → r1', 'app backend-routes: app 100, app-canary 0'],
  paused: ['Paused (CanaryPauseStep) step 1/2', 'r1 3/3 stable', 'r2 1/1 canary', 'app → r1, app-canary → r2', 'app backend-routes: app 70, app-canary 30'],
  promoted: ['Healthy step 2/2', 'r1 3/3 until 30s', 'r2 3/3 stable', 'app → r2, app-canary → r2', 'app backend-routes: app 100, app-canary 0'],
};

for (const { strategy, build, before, paused, promoted } of [BLUE_GREEN, CANARY]) {
  const manifests = (props: RolloutProps) => {
    const chart = new Chart(new App(), 'app');
    build(chart, props);
    return chart.toJson();
  };

  test.concurrent(`${strategy}: without selectors in Git, server-side applies of everything keep the versions apart`, () => (
    withRelease(manifests({ selectorsInGit: false }), async (release) => {
      await release.deploy();
      await release.expect(before);
      await release.play({ deploy: { image: 'app:2' } });
      await release.expect(paused);

      await release.apply(release.manifests, 'server-side');
      await release.lookAgain();
      await release.expect(paused);

      await release.play('promote');
      await release.expect(promoted);
      await release.apply(release.manifests, 'server-side');
      await release.lookAgain();
      await release.expect(promoted);
    })
  ));

  test.concurrent(`${strategy}: with the Services applied client-side, server-side applies of the rest keep the versions apart`, () => (
    withRelease(manifests({}), async (release) => {
      const isService = ({ kind }: { kind: string }) => kind === 'Service';
      const applyAll = async () => {
        await release.apply(release.manifests.filter(isService), 'client-side');
        await release.apply(release.manifests.filter((object) => !isService(object)), 'server-side');
        await release.lookAgain();
      };
      // As found in a cluster where everything has been applied server-side so far.
      await release.deploy();
      await release.expect(before);
      await release.play({ deploy: { image: 'app:2' } });
      await release.expect(paused);

      await applyAll();
      await release.expect(paused);
      await applyAll();
      await release.expect(paused);
    })
  ));
}
