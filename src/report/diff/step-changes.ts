import { stepName, STEPS, valueText } from './values';
import { isRecord } from '../../core/read';
import { canonical } from '../../diff/fields/canonical';
import { fieldChanges } from '../../diff/fields/field-changes';
import { FieldChange } from '../../diff/manifest-diff';

/** A canary step that differs; `from` or `to` is missing where it is added or removed. */
export interface StepChange {
  /** From 1, among the steps of now; of one that is removed among those before. */
  readonly number: number;
  readonly from?: string;
  readonly to?: string;
}

/** Beyond that many comparisons the lists are told as such: nobody writes so many steps. */
const MOST_COMPARISONS = 1_000_000;

/** More fields of one step than that nobody reads. */
const MOST_FIELDS = 3;

/** The steps that differ; nothing where the field is another, or one of both sides has none. */
export function stepChanges({ path, old, new: now }: FieldChange): StepChange[] | undefined {
  const isComparable = path === STEPS && Array.isArray(old) && Array.isArray(now) && old.length * now.length <= MOST_COMPARISONS;
  return isComparable ? gapsBetween(old, now).flatMap(changesIn) : undefined;
}

/** A step and its place. */
interface Placed {
  readonly step: unknown;
  readonly number: number;
}

/** What stands between two steps that are the same on both sides. */
interface Gap {
  readonly old: Placed[];
  readonly now: Placed[];
}

function gapsBetween(old: readonly unknown[], now: readonly unknown[]): Gap[] {
  const [before, after] = [old, now].map((steps) => steps.map((step) => JSON.stringify(step)));
  const common = commonLengths(before, after);
  const gaps: Gap[] = [{ old: [], now: [] }];
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    const { old: gone, now: come } = gaps[gaps.length - 1];
    if (i < old.length && j < now.length && before[i] === after[j]) {
      [i, j] = [i + 1, j + 1];
      gaps.push({ old: [], now: [] });
    } else if (j === now.length || (i < old.length && common(i + 1, j) >= common(i, j + 1))) {
      gone.push({ step: old[i], number: ++i });
    } else {
      come.push({ step: now[j], number: ++j });
    }
  }
  return gaps;
}

/** The length of the longest list of steps that both have from two places on. */
function commonLengths(before: readonly string[], after: readonly string[]): (i: number, j: number) => number {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i][j] = before[i] === after[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return (i, j) => lengths[i][j];
}

/** Steps that do the same are one that has changed. */
function changesIn({ old, now }: Gap): StepChange[] {
  const changes: StepChange[] = [];
  const left = [...old];
  for (const { step, number } of now) {
    const at = left.findIndex((other) => actionOf(other.step) === actionOf(step));
    const gone = left.splice(0, at + 1);
    gone.slice(0, -1).forEach((other) => changes.push(removed(other)));
    changes.push(at < 0 ? { number, to: stepName(step) } : { number, ...texts(gone[at].step, step) });
  }
  return [...changes, ...left.map(removed)];
}

const removed = ({ step, number }: Placed): StepChange => ({ number, from: stepName(step) });
const actionOf = (step: unknown) => isRecord(step) ? Object.keys(step)[0] : undefined;

function texts(old: unknown, now: unknown): { readonly from: string; readonly to: string } {
  const [from, to] = [stepName(old), stepName(now)];
  if (from !== to) {
    return { from, to };
  }
  const fields = fieldChanges(canonical(old), canonical(now)).slice(0, MOST_FIELDS);
  const inside = (key: 'old' | 'new') => fields.map((field) => (
    `${field.path.replace(/^\w+\.?/, '')} ${field[key] === undefined ? 'none' : valueText(field.path, field[key])}`.trim()
  )).join(', ');
  return { from: `${from} (${inside('old')})`, to: `${to} (${inside('new')})` };
}
