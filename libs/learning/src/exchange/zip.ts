import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** Node supports the compression of ZIP (PKWARE APPNOTE.TXT), but not the container. */
const [localSignature, centralSignature, endSignature] = [0x04034b50, 0x02014b50, 0x06054b50];
const deflated = 8;
const utf8Names = 0x0800;

const deflate = promisify(deflateRaw) as (content: Buffer) => Promise<Buffer>;

/** Creates a ZIP. Its timestamps are constant, so the same content gives the same bytes. */
export async function zipOf(files: ReadonlyArray<{ name: string; content: Buffer }>): Promise<Buffer> {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const packed = await deflate(content);
    const named = Buffer.from(name, 'utf8');
    const shared = Buffer.alloc(26);
    // Version 2.0; 1980-01-01, the epoch of ZIP.
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

const number16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const number32 = (value: number) => Buffer.from([0, 8, 16, 24].map((shift) => (value >>> shift) & 255));
