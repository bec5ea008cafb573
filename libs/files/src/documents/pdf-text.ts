import { inflateSync } from 'node:zlib';

/** Extracts the text of a PDF through the ToUnicode tables of its fonts. Supports only pdfkit's output. */
export function pdfText(bytes: Buffer): string {
  const objects = objectsOf(bytes);
  const meanings = new Map<string, Map<number, string>>();
  for (const { text } of objects.values()) {
    for (const [, name, id] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.text ?? '')?.[1];
      if (table) meanings.set(name!, parseUnicodeTable(objects.get(table)!.stream));
    }
  }
  return pdfDrawing(bytes)
    .map((stream) => textIn(stream, meanings))
    .join('\n');
}

export function pdfDrawing(bytes: Buffer): string[] {
  return [...objectsOf(bytes).values()].map(({ stream }) => stream).filter((stream) => stream.includes(' Tf'));
}

export function pdfFonts(bytes: Buffer): Buffer[] {
  const objects = objectsOf(bytes);
  const files = [...objects.values()].flatMap(({ text }) => /\/FontFile2 (\d+) 0 R/.exec(text)?.[1] ?? []);
  return files.map((id) => Buffer.from(objects.get(id)!.stream, 'latin1'));
}

export function pdfSource(bytes: Buffer): string {
  return [...objectsOf(bytes).values()].map(({ text, stream }) => `${text}\n${stream}`).join('\n');
}

function objectsOf(bytes: Buffer): Map<string, { text: string; stream: string }> {
  const source = bytes.toString('latin1');
  const objects = new Map<string, { text: string; stream: string }>();
  for (const match of source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)^endobj/gm)) {
    const [, id, body] = match;
    const [text, raw] = body!.split(/^stream\n/m) as [string, string?];
    // The writer adds one line feed before `endstream`. A carriage return there belongs to the stream.
    const data = raw === undefined ? Buffer.alloc(0) : Buffer.from(raw.replace(/\nendstream\s*$/, ''), 'latin1');
    const stream = text.includes('/FlateDecode') ? inflateSync(data) : data;
    objects.set(id!, { text, stream: stream.toString('latin1') });
  }
  return objects;
}

function parseUnicodeTable(table: string): Map<number, string> {
  const meanings = new Map<number, string>();
  for (const [, from, list] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...list!.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], i) => {
      const units = Buffer.from(hex!.replace(/ /g, ''), 'hex').swap16();
      meanings.set(parseInt(from!, 16) + i, units.toString('utf16le'));
    });
  }
  return meanings;
}

function textIn(stream: string, meanings: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  let extracted = '';
  for (const [, name, textArray] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = meanings.get(name);
    for (const [, hex] of (textArray ?? '').matchAll(/<([0-9a-f]+)>/gi)) {
      for (const code of hex!.match(/.{4}/g) ?? []) extracted += font?.get(parseInt(code, 16)) ?? '';
    }
    if (textArray) extracted += '\n';
  }
  return extracted;
}
