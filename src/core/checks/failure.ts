/** Why manifests could not be played. They come from anybody: what fails by its type has the wrong form, and how this program fails says nothing to a reader. */
export function failureText(error: unknown): string {
  return error instanceof TypeError || error instanceof RangeError || !(error instanceof Error)
    ? 'a field has the wrong type; run `lint` for details'
    : error.message;
}
