/** `AT_STRIPE` for `at-stripe`. */
export function keyOf(code: string): string {
  return code.toUpperCase().replaceAll('-', '_');
}
