/**
 * How a header, path or method is compared with a value.
 *
 * Used by routes of a `VirtualService` and by the header and mirror routes that the controller manages.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch
 */
export class StringMatch {
  /**
   * Matches when the whole text equals the value.
   *
   * @param value The text to equal; case matters.
   */
  public static exact(value: string): StringMatch {
    return new StringMatch('exact', value);
  }

  /**
   * Matches when the text starts with the value.
   *
   * @param value The text to start with; case matters.
   */
  public static prefix(value: string): StringMatch {
    return new StringMatch('prefix', value);
  }

  /**
   * Matches when the whole text matches the expression.
   *
   * @param value A regular expression in RE2 syntax.
   */
  public static regex(value: string): StringMatch {
    return new StringMatch('regex', value);
  }

  private constructor(private readonly kind: 'exact' | 'prefix' | 'regex', private readonly value: string) {}

  /** @internal */
  public _toJson(): Record<string, string> {
    return { [this.kind]: this.value };
  }

  /** @internal */
  public get _isEmpty(): boolean {
    return this.value === '';
  }
}
