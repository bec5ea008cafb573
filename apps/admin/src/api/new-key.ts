/**
 * A random key of 128 bits, for retries that must not do a thing twice. Not `crypto.randomUUID`: browsers have that on
 * secure pages only, and a desk tried out on a local network is none.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
