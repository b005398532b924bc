import { Pair, Placed } from './side';
import { Manifest } from '../../core/manifest';
import { at, record } from '../../core/read';
import { SERVICE } from '../../model/manifests/kinds';
import { canonical } from '../fields/canonical';
import { withoutAllocated } from '../fields/service-fields';
import { isKind } from '../objects/is-kind';

/** The pair without what the cluster allocates where it is left out: one side may be what `kubectl get` printed. */
export function unallocated({ old, now }: Pair): Pair {
  if (!old || !now || old.json === now.json || !isKind(now.manifest, SERVICE)) {
    return { ...old && { old }, ...now && { now } };
  }
  const [before, after] = [specOf(old), specOf(now)];
  return {
    old: withSpec(old, withoutAllocated(before, after)),
    // What somebody writes into Git is a change; what the cluster printed is none.
    now: at(now.manifest, 'metadata', 'uid') === undefined ? now : withSpec(now, withoutAllocated(after, before)),
  };
}

const specOf = ({ canonical: form }: Placed): Manifest => record(record(form).spec);

function withSpec(placed: Placed, spec: Manifest): Placed {
  const form = canonical({ ...record(placed.canonical), spec });
  return { ...placed, canonical: form, json: JSON.stringify(form) };
}
