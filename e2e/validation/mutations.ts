import * as fc from 'fast-check';
import { KubernetesObject } from '../cluster/api';

/** Kinds on which one of the judges has something to say. */
const JUDGED = ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'VirtualService', 'DestinationRule', 'Gateway'];

type Path = Array<string | number>;

const VALUES = fc.constantFrom<unknown>(
  null, 0, -1, 1, 30, 101, 70_000, 1.5, true, false, '', 'x', 'app', '*', '0', '-5s', '1h30m', '10%', 'a b', 'UPPER', {}, [], [{}], { a: 'b' }, ['app'],
);

/** Sets of objects with one to three faults, or none that matters. */
export function mutated(bases: readonly KubernetesObject[][]): fc.Arbitrary<KubernetesObject[]> {
  const change = fc.tuple(fc.nat(), fc.constantFrom('delete', 'set', 'borrow', 'repeat', 'rename'), VALUES, fc.nat());
  return fc.tuple(fc.constantFrom(...bases), fc.array(change, { minLength: 1, maxLength: 3 })).map(([base, changes]) => {
    const set = structuredClone(base);
    changes.forEach(([where, how, value, other]) => {
      const places = set.flatMap((object, index) => JUDGED.includes(object.kind) ? placesOf(object.spec, [index, 'spec']) : []);
      if (places.length > 0) {
        apply(set, places[where % places.length], how, value, places[other % places.length]);
      }
    });
    return set;
  });
}

function placesOf(value: unknown, path: Path): Path[] {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return children.flatMap(([key, child]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    return [place, ...placesOf(child, place)];
  });
}

function apply(set: any, path: Path, how: string, value: unknown, other: Path): void {
  const parent = path.slice(0, -1).reduce((at, key) => at[key], set);
  const key = path[path.length - 1];
  switch (how) {
    case 'delete': return Array.isArray(parent) ? void parent.splice(Number(key), 1) : void delete parent[key];
    case 'set': return void (parent[key] = structuredClone(value));
    case 'borrow': return void (parent[key] = structuredClone(other.reduce((at, step) => at[step], set)));
    case 'repeat': return Array.isArray(parent) ? void parent.push(structuredClone(parent[Number(key)])) : undefined;
    default:
      if (!Array.isArray(parent)) {
        parent[`${String(key)}s`] = parent[key];
        delete parent[key];
      }
  }
}
