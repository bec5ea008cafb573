import { UnreadableFileError } from '@upstander/files/reading';

/**
 * Finds the elements of a large JSON file by its brackets, so they can be counted first and parsed one by one. Each
 * element is validated when it is parsed.
 */
export interface JsonOutline {
  /** Elements of a top-level array; null for an object. */
  elements: JsonSpan[] | null;
  /** Members of a top-level object. */
  members: Map<string, JsonSpan>;
}

/** Byte offsets of the start and end of a value. */
export interface JsonSpan {
  start: number;
  end: number;
}

const maxDepth = 64;
const maxMembers = 1_000;
/** No service is nearly as long. */
const longestValue = 1_000_000;

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** @throws UnreadableFileError if it is neither an array nor an object, or is nested too deeply */
export function outlineOf(bytes: Buffer, mostElements: number): JsonOutline {
  const bom = bytes.length > 2 && bytes.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
  const at = skipBlanks(bytes, bom);
  if (bytes[at] === openArray) return { elements: arrayElements(bytes, at, mostElements), members: new Map() };
  if (bytes[at] === openObject) return { elements: null, members: objectMembers(bytes, at) };
  throw new UnreadableFileError('not-a-file-of-services');
}

/** Returns the elements of the array at a position, or none. @throws UnreadableFileError above `limit` */
export function arrayElements(bytes: Buffer, at: number, limit: number): JsonSpan[] {
  if (bytes[at] !== openArray) return [];
  const elements: JsonSpan[] = [];
  for (let start = skipBlanks(bytes, at + 1); bytes[start] !== closeArray;) {
    if (elements.length === limit) throw new UnreadableFileError('too-many-services');
    const end = valueEnd(bytes, start);
    elements.push({ start, end });
    start = skipBlanks(bytes, end);
    if (bytes[start] === comma) start = skipBlanks(bytes, start + 1);
    else if (bytes[start] !== closeArray) throw new UnreadableFileError('not-a-file-of-services');
  }
  return elements;
}

/** @throws UnreadableFileError for invalid JSON, or a value longer than a service can be */
export function parseSpan(bytes: Buffer, { start, end }: JsonSpan): unknown {
  if (end - start > longestValue) throw new UnreadableFileError('too-heavy');
  try {
    return JSON.parse(bytes.toString('utf8', start, end)) as unknown;
  } catch {
    throw new UnreadableFileError('not-a-file-of-services');
  }
}

function objectMembers(bytes: Buffer, at: number): Map<string, JsonSpan> {
  const members = new Map<string, JsonSpan>();
  for (let start = skipBlanks(bytes, at + 1); bytes[start] !== closeObject;) {
    const keyEnd = valueEnd(bytes, start);
    const key = parseSpan(bytes, { start, end: keyEnd });
    const colonAt = skipBlanks(bytes, keyEnd);
    if (typeof key !== 'string' || bytes[colonAt] !== colon || members.size === maxMembers) {
      throw new UnreadableFileError('not-a-file-of-services');
    }
    const valueStart = skipBlanks(bytes, colonAt + 1);
    const end = valueEnd(bytes, valueStart);
    members.set(key, { start: valueStart, end });
    start = skipBlanks(bytes, end);
    if (bytes[start] === comma) start = skipBlanks(bytes, start + 1);
    else if (bytes[start] !== closeObject) throw new UnreadableFileError('not-a-file-of-services');
  }
  return members;
}

function valueEnd(bytes: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) {
      at = stringEnd(bytes, at);
      if (depth === 0) return at + 1;
    } else if (byte === openArray || byte === openObject) {
      depth += 1;
      if (depth > maxDepth) throw new UnreadableFileError('nested-too-deeply');
    } else if (byte === closeArray || byte === closeObject) {
      // The end of a number, or of a container.
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (byte === comma || isBlank(byte))) return at;
  }
  throw new UnreadableFileError('not-a-file-of-services');
}

function stringEnd(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === backslash) at += 1;
    else if (bytes[at] === quote) return at;
  }
  throw new UnreadableFileError('not-a-file-of-services');
}

function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (isBlank(bytes[at])) at += 1;
  if (at >= bytes.length) throw new UnreadableFileError('not-a-file-of-services');
  return at;
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
