import { waitsForPerson } from './endless';
import { Manifest } from '../../../core/manifest';
import { given, isRecord, items, number, shown, text } from '../../../core/read';
import { analysesOf, BLUE_GREEN, blueGreenOf, CANARY, canaryOf, stepsOf } from '../../../model/release/fields';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const gatesRemoved: Hazard = {
  id: 'gates-removed',
  severity: Severity.WARNING,
  summary: 'a release starts without pauses, weights or analyses that releases had so far',
  why: 'the new version reaches all users sooner, or without the checks that would have stopped it',
  remedy: 'merge the new version first, and change the steps when it is live',
  ofRollout: ({ old, now, release }) => {
    const isSame = old && now && [canaryOf, blueGreenOf].some((of) => of(old.manifest) && of(now.manifest));
    if (!isSame || release !== 'starts') {
      return [];
    }
    const lost = lostGates(old.manifest, now.manifest);
    const path = blueGreenOf(now.manifest) ? BLUE_GREEN : canaryOf(now.manifest)?.steps === undefined ? CANARY : `${CANARY}.steps`;
    return lost.length === 0 ? [] : [{ path, message: `the release that starts goes without ${lost.join(', ')}` }];
  },
};

function lostGates(old: Manifest, now: Manifest): string[] {
  const asked = waitsForPerson(now);
  const had = (is: (rollout: Manifest) => boolean) => is(old) && !is(now);
  const left = new Set(checksOf(now));
  return [
    // That nobody is asked any longer is told by itself.
    ...had(waits) && !asked && !waitsForPerson(old) ? ['any pause'] : [],
    ...had(hasWeights) ? ['weights between 0 and 100'] : [],
    ...checksOf(old).filter((check) => !left.has(check)),
  ];
}

function waits(rollout: Manifest): boolean {
  return number(blueGreenOf(rollout)?.autoPromotionSeconds) > 0
    || stepsOf(rollout).some(({ value: { pause } }) => isRecord(pause) && given(pause.duration) && pause.duration !== 0);
}

function hasWeights(rollout: Manifest): boolean {
  return stepsOf(rollout).some(({ value: { setWeight } }) => number(setWeight) > 0 && number(setWeight) < 100);
}

/** The analyses by the templates that they run, and experiments. */
function checksOf(rollout: Manifest): string[] {
  const templates = analysesOf(rollout).flatMap(({ value }) => items(value.templates, '')).map(({ value }) => `analysis ${shown(text(value.templateName))}`);
  const experiments = stepsOf(rollout).some(({ value }) => isRecord(value.experiment)) ? ['an experiment'] : [];
  return [...new Set([...templates, ...experiments])];
}
