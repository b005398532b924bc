import { at } from '../../../core/read';
import { hasManualGate, hasTimedGate } from '../../../model/release/gates';
import { readRelease } from '../../../model/release/read-release';
import { Release, stepsIn } from '../../../model/release/release';
import { actionOf, actionsIn } from '../../../model/release/steps';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const gatesRemoved: Hazard = {
  id: 'gates-removed',
  severity: Severity.WARNING,
  summary: 'a release starts without pauses, weights or analyses that releases had so far',
  why: 'the new version reaches all users sooner, or without the checks that would have stopped it',
  remedy: 'merge the new version first, and change the steps when it is live',
  ofRollout: ({ old, now, release }) => {
    if (!old || !now || release !== 'starts') {
      return [];
    }
    const [before, after] = [old, now].map(({ manifest }) => readRelease(manifest));
    const { kind } = after.strategy;
    const lost = kind === 'none' || before.strategy.kind !== kind ? [] : lostGates(before, after);
    const steps = at(now.manifest, 'spec', 'strategy', 'canary', 'steps') === undefined ? '' : '.steps';
    return lost.length === 0 ? [] : [{ path: `spec.strategy.${kind}${steps}`, message: `the release that starts goes without ${lost.join(', ')}` }];
  },
};

function lostGates(old: Release, now: Release): string[] {
  const had = (is: (release: Release) => boolean) => is(old) && !is(now);
  const left = new Set(checksOf(now));
  return [
    // That nobody is asked any longer is told by itself.
    ...had(hasTimedGate) && !hasManualGate(now) && !hasManualGate(old) ? ['any pause'] : [],
    ...had(hasWeights) ? ['weights between 0 and 100'] : [],
    ...checksOf(old).filter((check) => !left.has(check)),
  ];
}

function hasWeights(release: Release): boolean {
  return actionsIn(stepsIn(release), 'setWeight').some(({ action: { weight } }) => weight > 0 && weight < 100);
}

/** The analyses by the templates that they run, and experiments. */
function checksOf(release: Release): string[] {
  const templates = release.analyses.flatMap((analysis) => analysis.templates).map(({ name }) => `analysis ${name}`);
  const experiments = stepsIn(release).some((step) => actionOf(step, 'experiment')) ? ['an experiment'] : [];
  return [...new Set([...templates, ...experiments])];
}
