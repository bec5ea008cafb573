/** Converts an input to JSON for storing and comparing. Amounts become text, because JSON has no bigint. */
export function toPlainObject(input: object): unknown {
  return JSON.parse(JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
}
