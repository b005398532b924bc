import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARGO_ROLLOUTS_VERSION } from '../../src/core/argo-rollouts-version';

test.each([
  ['the controller of the tests on real software', 'e2e/controlplane/go.mod', /argoproj\/argo-rollouts v(\S+)/],
  ['the schemas that are imported', 'cdk8s.yaml', /argoproj\/argo-rollouts\/v([^/]+)\//],
  ['what the guide on tests installs', 'docs/testing.md', /argoproj\/argo-rollouts\/releases\/download\/v([^/]+)\//],
])('%s are of the supported version of Argo Rollouts', (_what, file, version) => {
  const text = readFileSync(join(__dirname, '../..', file), 'utf8');

  expect(version.exec(text)?.[1]).toBe(ARGO_ROLLOUTS_VERSION);
});
