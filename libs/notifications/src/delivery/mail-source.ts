import { domainToASCII } from 'node:url';

export interface MailPart {
  type: string;
  content: string;
  /** Set for attachments. */
  filename?: string;
}

export type MailHeaders = ReadonlyArray<readonly [name: string, value: string]>;

const crlf = '\r\n';
const lineLength = 76;
const longestPlainLine = 998;

/**
 * Serializes an email (RFC 5322, MIME by RFC 2045 to 2047).
 * Alternatives go from plainest to richest, then attachments. nodemailer's composer takes twice as long as sending; see
 * docs/decisions/email-outbox.md. Header values must not contain line breaks; use `textHeader` and `mailboxHeader`.
 */
export function mailSource(
  boundary: string,
  headers: MailHeaders,
  alternatives: MailPart[],
  files: MailPart[],
): Buffer {
  const inner = multipart('alternative', `${boundary}-a`, alternatives.map(part));
  const body = files.length > 0 ? multipart('mixed', `${boundary}-m`, [inner, ...files.map(part)]) : inner;
  return Buffer.from(headLines(headers) + body);
}

/** Serializes an email that has only a plain text. Header values must not contain line breaks. */
export function plainSource(headers: MailHeaders, text: string): Buffer {
  return Buffer.from(headLines(headers) + part({ type: 'text/plain; charset=utf-8', content: text }));
}

function headLines(headers: MailHeaders): string {
  return [...headers, ['MIME-Version', '1.0'] as const].map(([name, value]) => `${name}: ${value}${crlf}`).join('');
}

function multipart(kind: 'alternative' | 'mixed', boundary: string, parts: string[]): string {
  const inside = parts.map((text) => `--${boundary}${crlf}${text}${crlf}`);
  return `Content-Type: multipart/${kind};${crlf} boundary="${boundary}"${crlf}${crlf}${inside.join('')}--${boundary}--${crlf}`;
}

function part({ type, content, filename }: MailPart): string {
  const [encoding, body] = encodeBody(content);
  const file = filename ? `Content-Disposition: attachment; filename="${filename}"${crlf}` : '';
  return `Content-Type: ${type}${crlf}${file}Content-Transfer-Encoding: ${encoding}${crlf}${crlf}${body}`;
}

/** Encodes content as 7bit if every mail server accepts it unchanged, else as quoted-printable. */
function encodeBody(content: string): ['7bit' | 'quoted-printable', string] {
  const lines = content.split(/\r\n|\r|\n/);
  const plain = /^[\t\n\r\x20-\x7e]*$/.test(content) && lines.every((line) => line.length <= longestPlainLine);
  return plain ? ['7bit', lines.join(crlf)] : ['quoted-printable', lines.map(encodeQuotedPrintable).join(crlf)];
}

const hex = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);

/** Encodes a line (RFC 2045, 6.7), with soft breaks after 76 characters. */
function encodeQuotedPrintable(line: string): string {
  // Non-ASCII, the equals sign, and trailing whitespace, which servers may strip.
  const encoded = line.replace(/[^\t\x20-\x3c\x3e-\x7e]+|[\t ]$|=/g, encodeRun);
  if (encoded.length <= lineLength) return encoded;
  const pieces: string[] = [];
  for (let at = 0; at < encoded.length;) {
    let end = at + lineLength - 1;
    if (end >= encoded.length) end = encoded.length;
    // A break must not split an escape sequence like `=C3`.
    else if (encoded[end - 1] === '=') end -= 1;
    else if (encoded[end - 2] === '=') end -= 2;
    pieces.push(encoded.slice(at, end));
    at = end;
  }
  return pieces.join(`=${crlf}`);
}

function encodeRun(run: string): string {
  // Most characters to encode are equals signs of HTML attributes.
  if (run === '=') return '=3D';
  let encoded = '';
  for (const byte of Buffer.from(run)) encoded += hex[byte];
  return encoded;
}

/** Returns a single-line header value, with encoded words unless it is plain ASCII (RFC 2047). */
export function textHeader(text: string): string {
  // Control characters and Unicode line and paragraph separators.
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  const plain = /^[\x20-\x7e]*$/.test(line) && !line.includes('=?') && line.length <= 500;
  // A word longer than a line can't be folded.
  if (plain && line.split(' ').every((word) => word.length <= lineLength - 14)) return fold(line);
  return encodedWords(line);
}

/** Returns name and address, or the bare address. */
export function mailboxHeader(address: string, name = ''): string {
  const bare = bareAddress(address);
  if (!name) return bare;
  const text = textHeader(name);
  const shown = text.startsWith('=?') ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
  return `${shown}${crlf} <${bare}>`;
}

/**
 * Returns an address with its domain in ASCII.
 * @throws Error unless the text is exactly one address, so no unintended recipient gets the email
 */
export function bareAddress(text: string): string {
  const [, local, domain] = /^([^\s@<>"(),:;\\[\]\p{Cc}]+)@([^\s@<>"(),:;\\[\]\p{Cc}]+)$/u.exec(text) ?? [];
  const host = domain && domainToASCII(domain);
  if (!local || !host) {
    throw Object.assign(new Error('The address is not a single bare email address.'), { code: 'EENVELOPE' });
  }
  return `${local}@${host}`;
}

function fold(line: string): string {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= lineLength - 14) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`${crlf} `);
}

function encodedWords(line: string): string {
  // 36 bytes become 48 characters. With delimiters and header name, lines stay below 78 (RFC 5322, 2.1.1).
  const maxBytes = 36;
  const words: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > maxBytes) {
      words.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += size;
  }
  words.push(piece);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(`${crlf} `);
}
