import { JUDGED } from './judged-templates';
import { templateOf } from '../../../src/diff/template/template-of';
import { ManifestSet } from '../../../src/model/manifests/manifest-set';
import { Manifest } from '../../util/synth';

const none = new ManifestSet([]);
const effective = (template: Manifest) => templateOf({ kind: 'Rollout', spec: { template } }, none)?.effectiveJson;

test.each(JUDGED)('%s: the same is %s, as the controller judges it', (_what, isSame, one, other) => {
  expect(effective(one) === effective(other)).toBe(isSame);
});
