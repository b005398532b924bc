import { ApiObject, JsonPatch } from 'cdk8s';
import { describe, Problem, Problems } from '../checks/problems';
import { Manifest } from '../manifest';

const PATCHABLE = new WeakSet<ApiObject>();

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
}

/**
 * Lets patches of the object land on its finished manifest, whatever they write, and say what is wrong where they cannot be
 * applied. Without this the generated classes drop what they do not know, and a missing parent is a TypeError.
 *
 * @returns the same object
 */
export function patchable<T extends ApiObject>(object: T): T {
  if (PATCHABLE.has(object)) {
    return object;
  }
  PATCHABLE.add(object);
  const patches: JsonPatch[] = [];
  const render = object.toJson.bind(object);
  object.addJsonPatch = (...ops) => {
    if (patches.length === 0) {
      // Found together with all other errors of the synthesis, and not hidden by their consequences.
      object.node.addValidation({ validate: () => applyAll(object, render(), patches).problems.map(describe) });
    }
    patches.push(...ops);
  };
  object.toJson = () => {
    const { manifest, problems } = applyAll(object, render(), patches);
    const found = new Problems();
    found.add(...problems);
    found.throwIfAny(object);
    return manifest;
  };
  return object;
}

/** Applies patches in order, up to the first that cannot be applied. */
function applyAll(object: ApiObject, manifest: Manifest, patches: JsonPatch[]): { manifest: Manifest; problems: Problem[] } {
  let patched = manifest;
  for (const [index, patch] of patches.entries()) {
    const operation: Operation = patch._toJson();
    const why = whyNot(patched, operation);
    if (why) {
      return { manifest: patched, problems: [describePatch(object, index, operation, why)] };
    }
    try {
      patched = JsonPatch.apply(patched, patch);
    } catch (error) {
      return { manifest: patched, problems: [describePatch(object, index, operation, firstLine(error))] };
    }
  }
  return { manifest: patched, problems: [] };
}

function describePatch({ kind, name }: ApiObject, index: number, { op, path, from }: Operation, why: string): Problem {
  return {
    rule: 'json-patch-applies',
    prop: `addJsonPatch[${index}]`,
    wrong: `cannot be applied to ${kind} ${name}: ${why}`,
    got: [op, from, path].filter((part) => part !== undefined).join(' '),
    remedy: op === 'add' ? 'correct the path, or add the parent first' : 'correct the path',
  };
}

/** Why RFC 6902 refuses the operation, as far as the paths tell. */
function whyNot(manifest: Manifest, { op, path, from }: Operation): string | undefined {
  if (from !== undefined) {
    return missing(manifest, from) ?? (op === 'copy' || op === 'move' ? missingParent(manifest, path) : undefined);
  }
  return op === 'add' ? missingParent(manifest, path) : missing(manifest, path);
}

function missing(manifest: Manifest, pointer: string): string | undefined {
  let value: any = manifest;
  const keys = keysOf(pointer);
  for (const [index, key] of keys.entries()) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) {
      return `${pointerTo(keys.slice(0, index + 1))} does not exist`;
    }
    value = value[key];
  }
  return undefined;
}

function missingParent(manifest: Manifest, pointer: string): string | undefined {
  const keys = keysOf(pointer);
  const [parents, key] = [keys.slice(0, -1), keys[keys.length - 1]];
  const gone = missing(manifest, pointerTo(parents));
  if (gone || key === undefined) {
    return gone;
  }
  const parent = parents.reduce<any>((value, name) => value[name], manifest);
  if (Array.isArray(parent)) {
    const fits = key === '-' || (/^(0|[1-9][0-9]*)$/.test(key) && Number(key) <= parent.length);
    return fits ? undefined : `${pointerTo(parents)} is a list of ${parent.length}`;
  }
  return parent !== null && typeof parent === 'object' ? undefined : `${pointerTo(parents)} has no fields`;
}

function keysOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function pointerTo(keys: string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function firstLine(error: unknown): string {
  return String((error as Error).message ?? error).split('\n')[0];
}
