const prefixBytes = 4;
const smallest = 64;

/** Prefixes a text with its length and pads it with zeros to a power of two, to hide its length. */
export function pad(text: string): Buffer {
  const bytes = Buffer.from(text);
  const neededBytes = prefixBytes + bytes.length;
  const padded = Buffer.alloc(Math.max(smallest, 2 ** Math.ceil(Math.log2(neededBytes))));
  padded.writeUInt32BE(bytes.length);
  bytes.copy(padded, prefixBytes);
  return padded;
}

/** @throws Error if it wasn't created by `pad` */
export function unpad(padded: Buffer): string {
  const length = padded.length < prefixBytes ? Infinity : padded.readUInt32BE();
  if (prefixBytes + length > padded.length) throw new Error('A sealed text of an unknown shape.');
  return padded.subarray(prefixBytes, prefixBytes + length).toString('utf8');
}
