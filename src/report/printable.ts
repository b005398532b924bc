/** A model without signs that make a terminal do something, or that turn the order of its letters: manifests come from anybody. */
export function printable<T>(model: T): T {
  return cleaned(model) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') {
    return printableText(value);
  }
  if (Array.isArray(value)) {
    return value.map(cleaned);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)]))
    : value;
}

/** The same of one text, whose lines stay. */
export function printableText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}
