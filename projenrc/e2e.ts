import { javascript } from 'projen';

/** Tests against the real controller; apart from `test`, because they need Go and some minutes. */
export function e2eTasks(project: javascript.NodeProject): void {
  project.addTask('e2e', {
    description: 'Play the releases of the examples on a real control plane with the real Argo Rollouts controller',
    steps: [{ exec: 'jest -c e2e/jest.config.js', receiveArgs: true }],
  });
  project.addTask('e2e:simulator', {
    description: 'Play random releases on the real controller and in the simulator at once (E2E_SEQUENCES, E2E_SEED)',
    steps: [{ exec: 'jest -c e2e/simulator/jest.config.js', receiveArgs: true }],
  });
  project.addTask('e2e:input', {
    description: 'Read hostile texts as Kubernetes\' decoder does, and show hostile names in Markdown (E2E_TEXTS, E2E_SEED; needs Go)',
    steps: [{ exec: 'jest -c e2e/input/jest.config.js', receiveArgs: true }],
  });
  project.addTask('e2e:page', {
    description: 'Look at the page of releases in a real browser (needs Chromium or Chrome)',
    steps: [{ exec: 'jest -c e2e/page/jest.config.js', receiveArgs: true }],
  });
  project.addTask('e2e:traffic', {
    description: 'Send users\' requests through a real Istio gateway while the examples are released (Linux, root)',
    steps: [{ exec: 'jest -c e2e/traffic/jest.config.js', receiveArgs: true }],
  });
}
