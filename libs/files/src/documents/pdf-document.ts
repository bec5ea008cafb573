import PDFDocument from 'pdfkit';
import { ownFaces } from './faces.js';
import { hasUnsupportedCharacters, Typesetter, useFace, type Setting } from './typesetter.js';

const defaultColor = '#1f5c4a';
const inkColor = '#22271f';
const softColor = '#5a5d52';
const line = '#d8d2c4';
const red = '#9c2a1c';
const margin = 64;
const markWidth = 38;
const logoSize: [width: number, height: number] = [132, 44];

/** Color and logo of a letterhead. The default is green with three bars instead of a logo. */
export interface LetterheadLook {
  /** Readable on white. */
  color?: string;
  /** PNG */
  logo?: Uint8Array;
}

export interface Letterhead extends LetterheadLook {
  name: string;
  lines: readonly string[];
}

export interface PdfDocumentOptions {
  letterhead: Letterhead;
  title: string;
  locale: string;
  /** Creation date. The same input produces the same file. */
  at: Date;
  /** Footer of every page, for example "Receipt number 12 · Page 1 of 2". */
  footer: (page: number, pages: number) => string;
}

/** Creates a PDF with the organization's letterhead, tagged for screen readers (PDF/UA-1). */
export class PdfDocument {
  private readonly doc: PDFKit.PDFDocument;
  private readonly structure: PDFKit.PDFStructureElement;
  private readonly parts: Buffer[] = [];
  private readonly finished: Promise<void>;
  private readonly set: Typesetter;

  constructor(private readonly options: PdfDocumentOptions) {
    const { letterhead, title, locale, at } = options;
    this.doc = new PDFDocument({
      size: 'LETTER',
      margins: { top: margin, bottom: margin + 24, left: margin, right: margin },
      bufferPages: true,
      tagged: true,
      pdfVersion: '1.7',
      // Missing in pdfkit's types.
      subset: 'PDF/UA' as 'PDF/A-3',
      lang: locale,
      displayTitle: true,
      info: { Title: title, Author: letterhead.name, CreationDate: at, ModDate: at },
      // No default font by path: pdfkit rereads a font with two names from disk at each change of weight.
      font: null as unknown as string,
    });
    this.finished = new Promise((resolve, reject) => {
      this.doc.on('data', (part: Buffer) => this.parts.push(part));
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    for (const face of Object.values(ownFaces).flat()) useFace(this.doc, face);
    this.doc.font('plain');
    this.set = new Typesetter(this.doc);
    this.structure = this.doc.struct('Document');
    this.doc.addStructure(this.structure);
    this.head();
  }

  private get color(): string {
    return this.options.letterhead.color ?? defaultColor;
  }

  private get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  private head(): void {
    const { letterhead, title } = this.options;
    const { logo } = letterhead;
    this.drawDecoration('Layout', () => this.doc.rect(0, 0, this.doc.page.width, 10).fill(this.color));
    this.drawDecoration('Layout', () => (logo ? this.drawLogo(logo) : this.drawMark()));
    const left = margin + (logo ? 0 : markWidth);
    const width = this.width - (logo ? logoSize[0] + 12 : markWidth);
    this.addTagged('P', [letterhead.name, ...letterhead.lines].join('\n'), () => {
      this.set.write(letterhead.name, left, margin - 14, {
        color: this.color,
        weight: 'bold',
        size: 15,
        width,
      });
      this.set.write(letterhead.lines.join('\n'), left, this.doc.y, {
        color: softColor,
        weight: 'plain',
        size: 9,
        width,
        lineGap: 2,
      });
    });
    this.doc.moveDown(2.2);
    this.block('H1', title, { weight: 'title', size: 26, color: inkColor });
    this.doc.moveDown(0.6);
  }

  private drawLogo(logo: Uint8Array): void {
    const place = { fit: logoSize, align: 'right' } as const;
    this.doc.image(Buffer.from(logo), margin + this.width - logoSize[0], margin - 18, place);
  }

  /** Three people, the middle one standing taller, as in the header of emails. */
  private drawMark(): void {
    const base = margin + 8;
    for (const [nth, height] of [12, 22, 12].entries()) {
      this.doc.roundedRect(margin + nth * 9, base - height, 6, height, 3).fill(this.color);
    }
  }

  /** A missing letter is drawn as a replacement but read aloud as typed. */
  private addTagged(tag: string, text: string, write: () => void): void {
    this.structure.add(this.doc.struct(tag, hasUnsupportedCharacters(text) ? { actual: text } : {}, write));
  }

  /** Draws content that screen readers skip: lines, frames and footers. */
  private drawDecoration(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  private block(tag: string, text: string, setting: Omit<Setting, 'width'>): void {
    this.addTagged(tag, text, () => {
      this.set.write(text, margin, this.doc.y, { ...setting, width: this.width }, (height) => this.ensureRoom(height));
    });
  }

  figure(text: string): this {
    this.block('P', text, { weight: 'title', size: 34, color: this.color });
    this.doc.moveDown(0.5);
    return this;
  }

  paragraph(text: string, { small = false }: { small?: boolean } = {}): this {
    this.block('P', text, { weight: 'plain', size: small ? 9 : 11, color: small ? softColor : inkColor, lineGap: 3 });
    this.doc.moveDown(0.7);
    return this;
  }

  warning(text: string): this {
    const setting: Setting = { weight: 'bold', size: 12, color: red, width: this.width - 24 };
    const height = this.set.heightOf(text, setting) + 20;
    const { y } = this.doc;
    this.drawDecoration('Layout', () => this.doc.rect(margin, y, this.width, height).lineWidth(1.5).stroke(red));
    this.addTagged('P', text, () => this.set.write(text, margin + 12, y + 10, setting));
    this.doc.y = y + height;
    this.doc.moveDown(1);
    return this;
  }

  facts(pairs: ReadonlyArray<readonly [label: string, value: string]>): this {
    const labelWidth = this.width * 0.4;
    const labels: Setting = { weight: 'plain', size: 10, color: softColor, width: labelWidth - 12 };
    const values: Setting = { weight: 'bold', size: 10.5, color: inkColor, width: this.width - labelWidth };
    for (const [label, value] of pairs) {
      const height = Math.max(this.set.heightOf(label, labels), this.set.heightOf(value, values));
      this.ensureRoom(height + 14);
      const { y } = this.doc;
      this.rule(y);
      this.addTagged('P', `${label} ${value}`, () => {
        this.set.write(label, margin, y + 7, labels);
        this.set.write(value, margin + labelWidth, y + 7, values);
      });
      this.doc.y = y + height + 14;
    }
    this.rule(this.doc.y);
    this.doc.moveDown(1.4);
    return this;
  }

  /** The header repeats on every page, and the last column is right-aligned. */
  addTable(heads: readonly string[], shares: readonly number[], rows: ReadonlyArray<readonly string[]>): this {
    const settings = (head: boolean): Setting[] =>
      shares.map((share, i) => {
        const last = i === shares.length - 1;
        const width = share * this.width - (last ? 0 : 8);
        return {
          weight: head ? ('bold' as const) : ('plain' as const),
          size: 9,
          color: head ? softColor : inkColor,
          width,
          align: last ? ('right' as const) : ('left' as const),
        };
      });
    const write = (cells: readonly string[], head: boolean) => {
      const set = settings(head);
      const height = Math.max(...cells.map((cell, i) => this.set.heightOf(cell, set[i]!)));
      if (this.ensureRoom(height + 12) && !head) write(heads, true);
      const { y } = this.doc;
      let x = margin;
      this.addTagged('P', cells.join(' '), () => {
        cells.forEach((cell, i) => {
          this.set.write(cell, x, y + 6, set[i]!);
          x += shares[i]! * this.width;
        });
      });
      this.doc.y = y + height + 12;
      this.rule(this.doc.y);
    };
    write(heads, true);
    for (const row of rows) write(row, false);
    this.doc.moveDown(1.4);
    return this;
  }

  private rule(y: number): void {
    const end = margin + this.width;
    this.drawDecoration('Layout', () => this.doc.moveTo(margin, y).lineTo(end, y).lineWidth(0.6).stroke(line));
  }

  /** Starts a new page if the height doesn't fit, and returns true then. */
  private ensureRoom(height: number): boolean {
    if (this.doc.y + height <= this.doc.page.height - margin - 24) return false;
    this.doc.addPage();
    return true;
  }

  async bytes(): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      // Writing below the bottom margin would start a new page.
      this.doc.page.margins.bottom = 0;
      const at = this.doc.page.height - margin;
      this.drawDecoration('Pagination', () => {
        const setting: Setting = { weight: 'plain', size: 8, color: softColor, width: this.width, align: 'center' };
        this.set.write(this.options.footer(page + 1, count), margin, at, setting);
      });
    }
    this.structure.end();
    this.doc.end();
    await this.finished;
    return Buffer.concat(this.parts);
  }
}
