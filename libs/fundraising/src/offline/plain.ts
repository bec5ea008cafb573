/** An input as it can be written down and compared: amounts as text, because JSON has no bigint. */
export function plain(input: object): unknown {
  return JSON.parse(JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
}
