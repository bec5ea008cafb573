import type { Font, Glyph } from 'fontkit';

/** fontkit's internal state while it builds a subset. Its types don't describe it. */
interface Subset {
  glyf: Uint8Array[];
  loca: { offsets: number[] };
  hmtx: { metrics: Array<{ advance: number; bearing: number }> };
  offset: number;
  _addGlyph(id: number): number;
}

const onCurve = 1;

/**
 * Makes the glyphs of a font embeddable.
 * fontkit copies glyph bytes, which are packed differently in WOFF2 files, so every glyph would be empty. It can read
 * the outlines, so the glyphs are encoded from these.
 */
export function embeddable(font: Font): Font {
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    const internals = subset as unknown as Subset;
    internals._addGlyph = (id) => {
      const glyph = font.getGlyph(id);
      const outline = encodeGlyph(glyph);
      internals.glyf.push(outline);
      internals.loca.offsets.push(internals.offset);
      internals.hmtx.metrics.push({
        advance: Math.round(glyph.advanceWidth),
        bearing: Math.round(glyph.bbox.minX) || 0,
      });
      internals.offset += outline.length;
      return internals.glyf.length - 1;
    };
    return subset;
  };
  return font;
}

/** Encodes a simple glyph of the OpenType `glyf` table, with uncompressed 16-bit coordinates. */
function encodeGlyph(glyph: Glyph): Uint8Array {
  const points: Array<{ x: number; y: number; on: boolean }> = [];
  const ends: number[] = [];
  for (const { command, args } of glyph.path.commands) {
    if (command === 'closePath') ends.push(points.length - 1);
    for (let i = 0; i < args.length; i += 2) {
      const on = command !== 'quadraticCurveTo' || i === 2;
      points.push({ x: Math.round(args[i]!), y: Math.round(args[i + 1]!), on });
    }
  }
  if (points.length === 0) return new Uint8Array();
  if (ends.at(-1) !== points.length - 1) ends.push(points.length - 1);
  const { minX, minY, maxX, maxY } = glyph.path.bbox;
  const size = 10 + ends.length * 2 + 2 + points.length * 5;
  const bytes = Buffer.alloc(Math.ceil(size / 4) * 4);
  let at = 0;
  const word = (value: number) => (at = bytes.writeInt16BE(Math.round(value), at));
  for (const value of [ends.length, minX, minY, maxX, maxY, ...ends]) word(value);
  word(0);
  for (const { on } of points) at = bytes.writeUInt8(on ? onCurve : 0, at);
  points.forEach(({ x }, i) => word(x - (points[i - 1]?.x ?? 0)));
  points.forEach(({ y }, i) => word(y - (points[i - 1]?.y ?? 0)));
  return bytes;
}
