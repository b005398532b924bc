import { at, isRecord, Located, shown } from '../../core/read';
import { FieldChange, ImageChange } from '../../diff/manifest-diff';
import { stepText } from '../../forecast/step-text';
import { malformedStep } from '../../model/release/malformed';
import { readStep } from '../../model/release/steps';

const LONGEST = 80;
const DIGEST = 12;

/** The field that holds the steps of a canary. */
export const STEPS = 'spec.strategy.canary.steps';

/** A value in one short line: images by their last part, steps as one would say them. */
export function valueText(path: string, value: unknown): string {
  if (/\.image$/.test(path) && typeof value === 'string') {
    return imageText(value);
  }
  if (path === STEPS && Array.isArray(value)) {
    return cut(value.map(stepName).join(', ') || 'none', LONGEST * 3);
  }
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object')) {
    return cut(value.map(shown).join(', '));
  }
  return value === '' ? '""' : cut(shown(value));
}

/** What was and what is; `from`, `to` or both are missing where a field was added, removed, or is secret. */
export function valuesOf({ path, old, new: now }: FieldChange): { readonly from?: string; readonly to?: string } {
  const [from, to] = [old, now].map((value) => value === undefined ? undefined : valueText(path, value));
  // Two that are cut to the same, or images of two registries, are told apart only at length.
  return from !== undefined && from === to ? { from: cut(shown(old), LONGEST * 3), to: cut(shown(now), LONGEST * 3) } : { from, to };
}

/** The same for a container, whose image may be new or gone. */
export function imagesOf({ container, old, new: now }: ImageChange): { readonly from?: string; readonly to?: string } {
  return valuesOf({ path: `${container}.image`, change: 'changed', old, new: now });
}

/** `app:1.4.2` of `registry.example.com/shop/app:1.4.2`; a digest by its beginning. */
export function imageText(image: string): string {
  const [name, digest] = image.split('@');
  const short = name.slice(name.lastIndexOf('/') + 1);
  return cut(digest === undefined ? short : `${short}@${digest.replace(/^(\w+:)?(.*)$/, (_, kind: string = '', hex: string) => kind + (hex.length > DIGEST ? `${hex.slice(0, DIGEST)}…` : hex))}`);
}

/** A canary step as one would say it. */
export function stepName(step: unknown): string {
  const located = { value: step, path: 'step' };
  return isRecord(step) && isSayable(located) ? cut(stepText(readStep(located, 0))) : cut(shown(step));
}

/** Whether all that is written is read as an action, and a number or a text stands wherever one is said. */
function isSayable(step: Located): boolean {
  const { pause, setCanaryScale } = step.value;
  return malformedStep(step).length === 0
    && readStep(step, 0).actions.length === Object.keys(step.value).length
    && [at(pause, 'duration'), at(setCanaryScale, 'replicas'), at(setCanaryScale, 'weight')].every((value) => typeof value !== 'object' || value === null);
}

function cut(text: string, longest: number = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
