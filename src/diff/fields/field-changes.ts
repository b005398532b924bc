import diff from 'microdiff';
import { align, Alignment, Whole } from './align';
import { pathText } from './field-path';
import { FieldChange } from '../manifest-diff';

/** How to compare. */
export interface ComparisonOptions {
  /** Whether the order of every list counts. */
  readonly ordered?: boolean;
  /** Where the values stand. */
  readonly at?: readonly string[];
}

/** The fields in which two canonical values differ, in the order of their paths. */
export function fieldChanges(old: unknown, now: unknown, { ordered = false, at = [] }: ComparisonOptions = {}): FieldChange[] {
  const alignment: Alignment = { ordered, moves: [] };
  const [one, other] = align({ root: old }, { root: now }, alignment);
  const found = diff(one as object, other as object, { cyclesFix: false }).map((difference): FieldChange => {
    const path = pathText([...at, ...difference.path.slice(1)]);
    switch (difference.type) {
      case 'CREATE': return { path, change: 'added', new: unwrap(difference.value) };
      case 'REMOVE': return { path, change: 'removed', old: unwrap(difference.oldValue) };
      case 'CHANGE': return { path, change: 'changed', old: unwrap(difference.oldValue), new: unwrap(difference.value) };
    }
  });
  const moved = alignment.moves.map((move): FieldChange => (
    { path: pathText([...at, ...move.path.slice(1)]), change: 'moved', old: move.old, new: move.now }
  ));
  return [...found, ...moved].sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

const unwrap = (value: unknown) => value instanceof Whole ? value.list : value;
