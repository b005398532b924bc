/** Within JSON what cannot be seen is written by its number, and `##[` is no command of a CI system. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u007f-\u009f]|#(?=#\w{0,20}\[)/gu;

/** A value as JSON, as a person reads it; with the same value for a program, whatever manifests hold. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(UNSEEN, (sign) => sign.split('').map(byNumber).join(''))}\n`;
}

const byNumber = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
