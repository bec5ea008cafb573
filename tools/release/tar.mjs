import { createReadStream, createWriteStream, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const block = 512;

/**
 * Writes a reproducible `.tar.gz`: sorted by name, with fixed time and owner, and only the executable permission. Only
 * GNU tar can do this.
 * @param {string} folder its name becomes the top folder of the archive
 * @param {{ to: string, name: string, time: number }} options `time` in Unix seconds
 */
export async function writeTar(folder, { to, name, time }) {
  // Its gzip header contains no time or file name.
  await pipeline(Readable.from(entries(folder, name, time)), createGzip({ level: 9 }), createWriteStream(to));
}

async function* entries(folder, name, time) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  yield header({ path: `${name}/`, type: '5', mode: 0o755, time });
  for (const path of paths.sort((a, b) => (a < b ? -1 : 1))) {
    const file = join(folder, path);
    const stat = lstatSync(file);
    if (stat.isDirectory()) yield header({ path: `${name}/${path}/`, type: '5', mode: 0o755, time });
    else if (stat.isSymbolicLink()) {
      yield header({ path: `${name}/${path}`, type: '2', mode: 0o777, time, link: readlinkSync(file) });
    } else {
      yield header({
        path: `${name}/${path}`,
        type: '0',
        mode: stat.mode & 0o111 ? 0o755 : 0o644,
        time,
        size: stat.size,
      });
      yield* createReadStream(file);
      yield Buffer.alloc((block - (stat.size % block)) % block);
    }
  }
  yield Buffer.alloc(2 * block);
}

/**
 * Returns a POSIX.1-1988 (ustar) header, which every tar reads:
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html
 */
function header({ path, type, mode, time, size = 0, link = '' }) {
  const [prefix, rest] = split(path);
  const bytes = Buffer.alloc(block);
  bytes.write(rest, 0, 100);
  bytes.write(octal(mode, 7), 100);
  bytes.write(octal(0, 7), 108);
  bytes.write(octal(0, 7), 116);
  bytes.write(octal(size, 11), 124);
  bytes.write(octal(time, 11), 136);
  bytes.write(' '.repeat(8), 148);
  bytes.write(type, 156);
  if (Buffer.byteLength(link) > 100) throw new Error(`The link of ${path} is too long for an archive.`);
  bytes.write(link, 157, 100);
  bytes.write('ustar\x0000', 257, 'latin1');
  bytes.write(prefix, 345, 155);
  bytes.write(
    `${octal(
      bytes.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
    148,
    'latin1',
  );
  return bytes;
}

const octal = (number, digits) => number.toString(8).padStart(digits, '0');

/** Splits a path of up to 255 bytes into two header fields. */
function split(path) {
  const length = Buffer.byteLength(path);
  if (length <= 100) return ['', path];
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
    const [prefix, rest] = [path.slice(0, at), path.slice(at + 1)];
    if (rest !== '' && Buffer.byteLength(rest) <= 100 && Buffer.byteLength(prefix) <= 155) return [prefix, rest];
  }
  throw new Error(`${path} is too long for an archive.`);
}
