import { fontOf, splitRuns, type FontFace, type Run, type FontWeight } from './faces.js';

export interface Setting {
  weight: FontWeight;
  size: number;
  color: string;
  width: number;
  lineGap?: number;
  align?: 'left' | 'right' | 'center';
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Stroke width for the thinnest weight, relative to the font size. */
const strokes: Readonly<Record<FontWeight, number>> = { plain: 0.05, bold: 0.085, title: 0.085 };
const lineHeight = 1.25;
/** For scripts with marks above and below their letters. */
const tallLineHeight = 1.6;

/** Breaks lines itself if a line may need several fonts. */
export class Typesetter {
  constructor(private readonly doc: PDFKit.PDFDocument) {}

  heightOf(text: string, setting: Setting): number {
    if (this.isOrdinary(text, setting)) {
      return this.useFont(setting).heightOfString(text, { width: setting.width, lineGap: setting.lineGap ?? 0 });
    }
    return this.lines(text, setting).length * this.step(text, setting);
  }

  /** Writes at this position and moves below the text. `room` runs before each line and may start a page. */
  write(text: string, x: number, y: number, setting: Setting, room?: (height: number) => void): void {
    const { width, lineGap = 0, align = 'left' } = setting;
    if (this.isOrdinary(text, setting)) {
      this.useFont(setting).text(text, x, y, { width, lineGap, align });
      return;
    }
    this.doc.y = y;
    const step = this.step(text, setting);
    for (const line of this.lines(text, setting)) {
      room?.(step);
      const length = line.reduce((sum, run) => sum + this.widthOf(run, setting), 0);
      let at = x + (align === 'right' ? width - length : align === 'center' ? (width - length) / 2 : 0);
      const top = this.doc.y;
      for (const run of line) {
        this.draw(run, at, top + step * 0.72, setting);
        at += this.widthOf(run, setting);
      }
      this.doc.x = x;
      this.doc.y = top + step;
    }
  }

  private isOrdinary(text: string, { weight }: Setting): boolean {
    const { runs, missing } = splitRuns(text, weight);
    return !missing && runs.every(({ face }) => face.name === weight);
  }

  private useFont({ weight, size, color }: Setting): PDFKit.PDFDocument {
    return this.doc.font(weight).fontSize(size).fillColor(color);
  }

  private step(text: string, { weight, size, lineGap = 0 }: Setting): number {
    const isTall = splitRuns(text, weight).runs.some(({ face }) => face.tall);
    return size * (isTall ? tallLineHeight : lineHeight) + lineGap;
  }

  private draw({ face, text }: Run, x: number, baseline: number, { weight, size, color }: Setting): void {
    useFace(this.doc, face);
    this.doc.font(face.name).fontSize(size).fillColor(color);
    const stroke = face.thin ? { fill: true, stroke: true } : {};
    if (face.thin) this.doc.lineWidth(size * strokes[weight]).strokeColor(color);
    this.doc.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...stroke });
  }

  private widthOf({ face, text }: Run, { size }: Setting): number {
    const font = fontOf(face);
    return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
  }

  /** Breaks lines between words, and words that are too long between letters. */
  private lines(text: string, setting: Setting): Run[][] {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line = '';
      for (const word of paragraph.split(/(?<=\s)/)) {
        if (this.fits(line + word, setting)) {
          line += word;
          continue;
        }
        if (line !== '' && this.fits(word, setting)) {
          lines.push(line);
          line = word;
          continue;
        }
        for (const { segment } of graphemes.segment(word)) {
          if (line === '' || this.fits(line + segment, setting)) line += segment;
          else {
            lines.push(line);
            line = segment;
          }
        }
      }
      lines.push(line);
    }
    return lines.map((line) => splitRuns(line.trimEnd(), setting.weight).runs);
  }

  private fits(text: string, setting: Setting): boolean {
    const { runs } = splitRuns(text.trimEnd(), setting.weight);
    return runs.reduce((sum, run) => sum + this.widthOf(run, setting), 0) <= setting.width;
  }
}

/**
 * Registers a font with a document.
 * Thin fonts are passed already opened. The others are opened once per document, because a font object remembers
 * which letters it used.
 */
export function useFace(doc: PDFKit.PDFDocument, face: FontFace): void {
  doc.registerFont(face.name, (face.thin ? fontOf(face) : face.path) as string);
}

export function hasUnsupportedCharacters(text: string): boolean {
  return splitRuns(text, 'plain').missing;
}
