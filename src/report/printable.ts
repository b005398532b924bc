/** Signs that make a terminal do something, turn the order of letters, or cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const EACH_UNSEEN = /\r\n|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** CI systems take `##[` and `##vso[` for commands wherever they stand in a line. */
const COMMAND = /##(?=\w{0,20}\[)/;
const EACH_COMMAND = /##(?=\w{0,20}\[)/g;

/** A model whose texts and keys show what they hold: manifests come from anybody. What needs no change is the same object as before. */
export function printable<T>(model: T): T {
  return cleaned(model, new Map()) as T;
}

function cleaned(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value === 'string') {
    return printableText(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (!known.has(value)) {
    known.set(value, Array.isArray(value) ? cleanedList(value, known) : cleanedObject(value, known));
  }
  return known.get(value);
}

function cleanedList(list: readonly unknown[], known: Map<object, unknown>): readonly unknown[] {
  const parts = list.map((item) => cleaned(item, known));
  return parts.some((part, index) => part !== list[index]) ? parts : list;
}

function cleanedObject(object: object, known: Map<object, unknown>): object {
  const before = Object.entries(object);
  const after = before.map(([key, part]): [string, unknown] => [printableText(key), cleaned(part, known)]);
  return after.some(([key, part], index) => key !== before[index][0] || part !== before[index][1]) ? Object.fromEntries(after) : object;
}

/** The same of one text, which is one line then. */
export function printableText(text: string): string {
  const seen = UNSEEN.test(text) ? text.replace(EACH_UNSEEN, shown) : text;
  return COMMAND.test(seen) ? seen.replace(EACH_COMMAND, '# #') : seen;
}

function shown(sign: string): string {
  switch (sign) {
    case '\r\n':
    case '\n': return '↵';
    case '\t': return ' ';
    default: return `<U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
  }
}

/** A report in lines, none of which begins as the commands of a GitHub workflow do, also where a long text goes on below. */
export function withoutCommands(report: string): string {
  // eslint-disable-next-line no-control-regex
  return report.replace(/^((?:[ \t]|\u001b\[\d+m)*)::/gm, '$1: :');
}
