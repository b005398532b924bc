interface Docs {
  readonly summary?: string;
  readonly default?: string;
}

interface Member {
  readonly name?: string;
  readonly docs?: Docs;
  readonly optional?: boolean;
  readonly overrides?: string;
}

interface Type extends Member {
  readonly kind: string;
  readonly datatype?: boolean;
  readonly properties?: Member[];
  readonly methods?: Member[];
  readonly members?: Member[];
}

/** Reads the public API as other languages see it, and names what has no summary, or is optional without a default. */
export function undocumented(assembly: { types: Record<string, Type> }): string[] {
  return Object.values(assembly.types).flatMap((type) => [
    ...type.docs?.summary ? [] : [`${type.name} has no summary`],
    ...membersOf(type).filter(({ docs }) => !docs?.summary).map(({ name }) => `${type.name}.${name} has no summary`),
    ...optionalOf(type).filter(({ docs }) => !docs?.default).map(({ name }) => `${type.name}.${name} is optional without @default`),
  ]);
}

function membersOf(type: Type): Member[] {
  // What overrides a member of another package takes its docs from there.
  return [...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []].filter(({ overrides }) => !overrides);
}

function optionalOf(type: Type): Member[] {
  return type.datatype ? (type.properties ?? []).filter(({ optional }) => optional) : [];
}
