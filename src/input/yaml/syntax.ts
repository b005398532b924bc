import { Chunk } from './documents';

/** Kubernetes' decoder takes no other control characters, and no mark of the byte order within a document. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|^\uFEFF/m;

/** The offset of a sign that no manifest may hold; nothing where there is none. */
export function forbiddenSign({ text }: Chunk): number | undefined {
  const offset = text.search(FORBIDDEN);
  return offset < 0 ? undefined : offset;
}

/** Messages of the parser repeat the text, which may be a secret. These say the same without it. */
const MESSAGES: Record<string, string> = {
  BAD_ALIAS: 'an anchor or alias is not written correctly',
  BAD_COLLECTION_TYPE: 'a tag does not fit its value',
  BAD_DIRECTIVE: 'a directive is not known',
  BAD_DQ_ESCAPE: 'an escape sequence is not valid',
  BAD_PROP_ORDER: 'an anchor or a tag stands before the indicator',
  BAD_SCALAR_START: 'a plain value starts with a character that YAML reserves; quote the value',
  IMPOSSIBLE: 'the document cannot be read',
  MULTIPLE_DOCS: 'text follows the end of the document; separate documents by `---`',
  RESOURCE_EXHAUSTION: 'the document cannot be read',
  TAG_RESOLVE_FAILED: 'a tag cannot be resolved',
  UNEXPECTED_TOKEN: 'a value or indicator stands where none is expected',
};

/** What is wrong with the YAML, in one line that repeats nothing of it. */
export function syntaxMessage({ code, message }: { readonly code: string; readonly message: string }): string {
  return MESSAGES[code] ?? message.replace(/\s+/g, ' ').trim();
}
