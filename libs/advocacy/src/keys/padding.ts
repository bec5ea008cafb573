const prefixBytes = 4;
const smallest = 64;

/** A text with its length before it and zeros after it, up to a power of two: a ciphertext must not tell how long it was. */
export function pad(text: string): Buffer {
  const bytes = Buffer.from(text);
  const needed = prefixBytes + bytes.length;
  const padded = Buffer.alloc(Math.max(smallest, 2 ** Math.ceil(Math.log2(needed))));
  padded.writeUInt32BE(bytes.length);
  bytes.copy(padded, prefixBytes);
  return padded;
}

/** @throws when it was not padded here. */
export function unpad(padded: Buffer): string {
  const length = padded.length < prefixBytes ? Infinity : padded.readUInt32BE();
  if (prefixBytes + length > padded.length) throw new Error('A sealed text of an unknown shape.');
  return padded.subarray(prefixBytes, prefixBytes + length).toString('utf8');
}
