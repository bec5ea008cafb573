/** The key of a catalogue for a code of the API's texts: `at-stripe` is under `AT_STRIPE`. */
export function keyOf(code: string): string {
  return code.toUpperCase().replaceAll('-', '_');
}
