import { promisify } from 'node:util';
import { crc32, deflateRaw, inflateRawSync } from 'node:zlib';

/**
 * As much of ZIP (APPNOTE.TXT of PKWARE) as a package of tables needs: files that are stored or deflated, no encryption, no
 * parts, less than 4 GB. Node has the compression and not the container.
 */
const [localSignature, centralSignature, endSignature] = [0x04034b50, 0x02014b50, 0x06054b50];
const longestComment = 65_535;
const mostFiles = 100;
const deflated = 8;
const utf8Names = 0x0800;

export class NotAZip extends Error {}

const deflate = promisify(deflateRaw) as (content: Buffer) => Promise<Buffer>;

/** Files in one. The time in it is always the same, so that the same content is the same file. */
export async function zipOf(files: ReadonlyArray<{ name: string; content: Buffer }>): Promise<Buffer> {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const packed = await deflate(content);
    const named = Buffer.from(name, 'utf8');
    const shared = Buffer.alloc(26);
    // Version 2.0; 1980-01-01, the day that ZIP counts from.
    for (const [offset, value] of [
      [0, 20],
      [2, utf8Names],
      [4, deflated],
      [6, 0],
      [8, 0x21],
    ] as const)
      shared.writeUInt16LE(value, offset);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(named.length, 22);
    parts.push(number32(localSignature), shared, named, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(number32(centralSignature), number16(20), shared, rest, named);
    at += 4 + shared.length + named.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/**
 * The files of a ZIP that are wanted, by their names without folders. `mostBytes` is for all of them, unpacked: a small file may
 * hold a very large one.
 * @throws NotAZip for what is none, or is larger.
 */
export function filesOf(zip: Buffer, wanted: (name: string) => boolean, mostBytes: number): Map<string, Buffer> {
  try {
    return read(zip, wanted, mostBytes);
  } catch (error) {
    if (error instanceof NotAZip) throw error;
    // Beyond its end, or not what its directory says.
    throw new NotAZip((error as Error).message);
  }
}

function read(zip: Buffer, wanted: (name: string) => boolean, mostBytes: number): Map<string, Buffer> {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > mostFiles) throw new NotAZip('too many files');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  let left = mostBytes;
  for (let n = 0; n < count; n += 1) {
    if (zip.readUInt32LE(at) !== centralSignature) throw new NotAZip('no directory');
    const [method, packedSize] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const name = zip
      .toString('utf8', at + 46, at + 46 + nameLength)
      .split('/')
      .at(-1)!;
    if (wanted(name)) {
      if (zip.readUInt32LE(local) !== localSignature) throw new NotAZip('no file');
      const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(begins, begins + packedSize);
      if (method !== 0 && method !== deflated) throw new NotAZip('packed in another way');
      // One byte more than there may be is enough to know.
      const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: left + 1 });
      left -= content.length;
      if (left < 0) throw new NotAZip('too large');
      files.set(name, content);
    }
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - longestComment); at -= 1) {
    if (zip.readUInt32LE(at) === endSignature) return at;
  }
  throw new NotAZip('no end');
}

const number16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const number32 = (value: number) => Buffer.from([0, 8, 16, 24].map((shift) => (value >>> shift) & 255));
