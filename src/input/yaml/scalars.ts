/** What a scalar is, by the words of go-yaml: two that look alike may be different keys. */
export interface ScalarValue {
  readonly kind: 'null' | 'bool' | 'int' | 'float' | 'string';
  readonly value: string | number | boolean | null;
  /** All digits of an integer: a key keeps them, a number may not. */
  readonly digits?: string;
}

// Kubernetes reads YAML 1.1 as go-yaml does: `yes` is true, `010` is 8, and `1_000` is 1000.
const TRUE = /^(y|yes|true|on)$/i;
const FALSE = /^(n|no|false|off)$/i;
const NULL = /^(~|null)?$/i;
/** Of these words any other mix of cases is text. */
const ONE_CASE = /^([a-z]*|[A-Z][a-z]*|[A-Z]*)$/;

const INTEGER = /^[+-]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/;
const FLOAT = /^[+-]?(\.\d+|\d+(\.\d*)?)([eE][+-]?\d+)?$/;
const POINT_FLOAT = /^\.\d+([eE][+-]?\d+)?$/;
const SPECIAL = /^([+-]?)\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/;
const MOST_OF_INT64 = 2n ** 63n;
const MOST_OF_UINT64 = 2n ** 64n;

/** Nothing longer is a number that anybody writes: conversions of digits take more time than there are digits. */
const LONGEST_NUMBER = 2_000;

/** The value of a scalar without quotes and tags. */
export function plainScalar(text: string): ScalarValue {
  const word = text.length <= 5 && ONE_CASE.test(text.replace(/^~$/, ''));
  if (word && NULL.test(text)) {
    return { kind: 'null', value: null };
  }
  if (word && (TRUE.test(text) || FALSE.test(text))) {
    return { kind: 'bool', value: TRUE.test(text) };
  }
  return (/^[-+.\d]/.test(text) && text.length <= LONGEST_NUMBER && numberOf(text)) || { kind: 'string', value: text };
}

function numberOf(text: string): ScalarValue | undefined {
  const special = SPECIAL.exec(text);
  if (special) {
    return { kind: 'float', value: special[3] ? NaN : special[1] === '-' ? -Infinity : Infinity };
  }
  const digits = text.replace(/_/g, '');
  if (!text.startsWith('.') && INTEGER.test(digits)) {
    const value = integerOf(digits);
    // Beyond 64 bits only decimal digits are a number, and that one is a float.
    const fits = digits.startsWith('-') ? value >= -MOST_OF_INT64 : value < (digits.startsWith('+') ? MOST_OF_INT64 : MOST_OF_UINT64);
    if (fits) {
      return { kind: 'int', value: Number(value), digits: String(value) };
    }
  }
  const isFloat = text.startsWith('.') ? POINT_FLOAT.test(text) : FLOAT.test(digits);
  const value = Number(digits);
  return isFloat && Number.isFinite(value) ? { kind: 'float', value } : undefined;
}

function integerOf(digits: string): bigint {
  const bare = digits.replace(/^[+-]/, '');
  const value = BigInt(/^0\d/.test(bare) ? `0o${bare.slice(1)}` : bare.toLowerCase());
  return digits.startsWith('-') ? -value : value;
}

const PREFIX = 'tag:yaml.org,2002:';
const KINDS: Record<string, ScalarValue['kind']> = { null: 'null', bool: 'bool', int: 'int', float: 'float' };

/** The value of a scalar with a tag; nothing where the tag does not fit it. Tags of others say nothing: the text counts. */
export function taggedScalar(tag: string, text: string): ScalarValue | undefined {
  const name = tag.startsWith(PREFIX) ? tag.slice(PREFIX.length) : '';
  if (name === 'binary') {
    return binary(text);
  }
  const kind = KINDS[name];
  if (kind === undefined) {
    return { kind: 'string', value: text };
  }
  const found = plainScalar(text);
  return found.kind === kind ? found : kind === 'float' && found.kind === 'int' ? { kind, value: found.value } : undefined;
}

function binary(text: string): ScalarValue | undefined {
  const digits = text.replace(/[\r\n]/g, '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits)
    ? { kind: 'string', value: Buffer.from(digits, 'base64').toString('utf8') }
    : undefined;
}

/** A scalar as the key that it is in JSON; nothing where it cannot be one. */
export function keyText({ kind, value, digits }: ScalarValue): string | undefined {
  return kind === 'null' ? undefined : kind === 'float' ? floatKey(Number(value)) : digits ?? String(value);
}

/** As Go writes a 32-bit float at its shortest. */
function floatKey(value: number): string {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) {
    return Number.isNaN(single) ? '.nan' : single < 0 ? '-.inf' : '.inf';
  }
  const precision = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((digits) => Math.fround(Number(single.toPrecision(digits))) === single) ?? 9;
  const [mantissa, exponent] = single.toExponential(precision - 1).split('e');
  const power = Number(exponent);
  const isLong = power < -4 || power >= 6;
  return isLong ? `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}` : String(Number(single.toPrecision(precision)));
}
