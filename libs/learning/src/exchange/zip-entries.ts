import { UnreadableFileError } from '@upstander/files/reading';
import { createInflateRaw } from 'node:zlib';

const [localSignature, centralSignature, endSignature] = [0x04034b50, 0x02014b50, 0x06054b50];
const longestComment = 65_535;
const maxEntries = 200;
const portion = 64 * 1024;
const deflated = 8;

/** A file in a ZIP; unpacked only when it is read. */
export interface ZipEntry {
  /** Name without folders. */
  name: string;
  /** @throws UnreadableFileError once it yields more than `mostBytes` */
  read: (mostBytes: number) => AsyncGenerator<Uint8Array>;
}

/**
 * Returns the files of a ZIP (PKWARE APPNOTE.TXT).
 * Supports stored and deflated files below 4 GB without encryption or split archives.
 * @throws UnreadableFileError for an invalid ZIP or too many files
 */
export function zipEntries(zip: Buffer): ZipEntry[] {
  try {
    return entriesOf(zip);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    // An offset was beyond the end of the file or didn't match its directory.
    throw new UnreadableFileError('not-a-file-of-services');
  }
}

function entriesOf(zip: Buffer): ZipEntry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > maxEntries) throw new UnreadableFileError('too-many-files');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (zip.readUInt32LE(at) !== centralSignature) throw new UnreadableFileError('not-a-file-of-services');
    const [method, packedSize] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const readContent = (mostBytes: number) => contentOf(zip, { local, method, packedSize, mostBytes });
    // Skips folders and the files that macOS adds.
    if (!path.endsWith('/') && !path.startsWith('__MACOSX/'))
      entries.push({ name: path.split('/').at(-1)!, read: readContent });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

interface PackedEntry {
  local: number;
  method: number;
  packedSize: number;
  mostBytes: number;
}

async function* contentOf(
  zip: Buffer,
  { local, method, packedSize, mostBytes }: PackedEntry,
): AsyncGenerator<Uint8Array> {
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== localSignature || (method !== 0 && method !== deflated)) {
    throw new UnreadableFileError('not-a-file-of-services');
  }
  const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(begins, begins + packedSize);
  let bytesLeft = mostBytes;
  try {
    for await (const bytes of method === 0 ? portions(packed) : inflated(packed)) {
      bytesLeft -= bytes.length;
      if (bytesLeft < 0) throw new UnreadableFileError('too-heavy');
      yield bytes;
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError('not-a-file-of-services');
  }
}

function inflated(packed: Buffer): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw();
  inflate.end(packed);
  return inflate as AsyncIterable<Uint8Array>;
}

function* portions(bytes: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += portion) yield bytes.subarray(at, at + portion);
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - longestComment); at -= 1) {
    if (zip.readUInt32LE(at) === endSignature) return at;
  }
  throw new UnreadableFileError('not-a-file-of-services');
}
