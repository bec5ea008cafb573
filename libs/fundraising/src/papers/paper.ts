import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);
const font = (name: string) => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const green = '#1f5c4a';
const ink = '#22271f';
const soft = '#5a5d52';
const line = '#d8d2c4';
const red = '#9c2a1c';
const margin = 64;

export interface Letterhead {
  name: string;
  lines: readonly string[];
}

export interface PaperOptions {
  letterhead: Letterhead;
  title: string;
  locale: string;
  /** When it was made; the same input gives the same file. */
  at: Date;
  /** At the foot of every page, such as "Receipt number 12 · Page 1 of 2". */
  foot: (page: number, pages: number) => string;
}

/**
 * A letter on the organisation's paper, as tagged PDF that a screen reader can follow. The font is embedded, so that
 * every name looks the same everywhere.
 */
export class Paper {
  private readonly doc: PDFKit.PDFDocument;
  private readonly structure: PDFKit.PDFStructureElement;
  private readonly parts: Buffer[] = [];
  private readonly finished: Promise<void>;

  constructor(private readonly options: PaperOptions) {
    const { letterhead, title, locale, at } = options;
    this.doc = new PDFDocument({
      size: 'LETTER',
      margins: { top: margin, bottom: margin + 24, left: margin, right: margin },
      bufferPages: true,
      tagged: true,
      pdfVersion: '1.7',
      lang: locale,
      displayTitle: true,
      info: { Title: title, Author: letterhead.name, CreationDate: at, ModDate: at },
      font: font('DejaVuSans'),
    });
    this.finished = new Promise((resolve, reject) => {
      this.doc.on('data', (part: Buffer) => this.parts.push(part));
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.doc.registerFont('plain', font('DejaVuSans')).registerFont('bold', font('DejaVuSans-Bold'));
    this.structure = this.doc.struct('Document');
    this.doc.addStructure(this.structure);
    this.head();
  }

  private get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  private head(): void {
    const { letterhead, title } = this.options;
    this.doc.rect(0, 0, this.doc.page.width, 10).fill(green);
    this.say('P', () => {
      this.doc
        .font('bold')
        .fontSize(15)
        .fillColor(green)
        .text(letterhead.name, margin, margin - 14);
      this.doc.font('plain').fontSize(9).fillColor(soft).text(letterhead.lines.join('\n'), { lineGap: 2 });
    });
    this.doc.moveDown(2.2);
    this.say('H1', () => this.doc.font('bold').fontSize(24).fillColor(ink).text(title));
    this.doc.moveDown(0.6);
  }

  private say(tag: string, write: () => void): void {
    this.structure.add(this.doc.struct(tag, {}, write));
  }

  /** One large figure, such as the amount. */
  figure(text: string): this {
    this.say('P', () => this.doc.font('bold').fontSize(30).fillColor(green).text(text, margin));
    this.doc.moveDown(0.5);
    return this;
  }

  paragraph(text: string, { small = false }: { small?: boolean } = {}): this {
    this.say('P', () => {
      const size = small ? 9 : 11;
      this.doc
        .font('plain')
        .fontSize(size)
        .fillColor(small ? soft : ink);
      this.doc.text(text, margin, undefined, { width: this.width, lineGap: 3 });
    });
    this.doc.moveDown(0.7);
    return this;
  }

  /** A framed word that nobody overlooks. */
  warning(text: string): this {
    this.say('P', () => {
      const height =
        this.doc
          .font('bold')
          .fontSize(12)
          .heightOfString(text, { width: this.width - 24 }) + 20;
      const { y } = this.doc;
      this.doc.rect(margin, y, this.width, height).lineWidth(1.5).stroke(red);
      this.doc.fillColor(red).text(text, margin + 12, y + 10, { width: this.width - 24 });
      this.doc.y = y + height;
    });
    this.doc.moveDown(1);
    return this;
  }

  /** Labels and values, a line between each. */
  facts(pairs: ReadonlyArray<readonly [label: string, value: string]>): this {
    const labelWidth = this.width * 0.4;
    const valueWidth = this.width - labelWidth;
    for (const [label, value] of pairs) {
      const height = Math.max(
        this.doc
          .font('plain')
          .fontSize(10)
          .heightOfString(label, { width: labelWidth - 12 }),
        this.doc.font('bold').fontSize(10.5).heightOfString(value, { width: valueWidth }),
      );
      this.room(height + 14);
      const { y } = this.doc;
      this.rule(y);
      this.say('P', () => {
        this.doc
          .font('plain')
          .fontSize(10)
          .fillColor(soft)
          .text(label, margin, y + 7, { width: labelWidth - 12 });
        this.doc.font('bold').fontSize(10.5).fillColor(ink);
        this.doc.text(value, margin + labelWidth, y + 7, { width: valueWidth });
      });
      this.doc.y = y + height + 14;
    }
    this.rule(this.doc.y);
    this.doc.moveDown(1.4);
    return this;
  }

  /** Rows under a heading that is repeated on every page; the last column stands to the right. */
  table(heads: readonly string[], shares: readonly number[], rows: ReadonlyArray<readonly string[]>): this {
    const write = (cells: readonly string[], head: boolean) => {
      this.doc
        .font(head ? 'bold' : 'plain')
        .fontSize(9)
        .fillColor(head ? soft : ink);
      const widths = shares.map((share) => share * this.width);
      const height = Math.max(...cells.map((cell, i) => this.doc.heightOfString(cell, { width: widths[i]! - 8 })));
      if (this.room(height + 12) && !head) {
        write(heads, true);
        this.doc.font('plain').fontSize(9).fillColor(ink);
      }
      const { y } = this.doc;
      let x = margin;
      this.say('P', () => {
        cells.forEach((cell, i) => {
          const last = i === cells.length - 1;
          this.doc.text(cell, x, y + 6, { width: widths[i]! - (last ? 0 : 8), align: last ? 'right' : 'left' });
          x += widths[i]!;
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
    this.doc
      .moveTo(margin, y)
      .lineTo(margin + this.width, y)
      .lineWidth(0.6)
      .stroke(line);
  }

  /** Begins a page when so much does not fit any more. */
  private room(height: number): boolean {
    if (this.doc.y + height <= this.doc.page.height - margin - 24) return false;
    this.doc.addPage();
    return true;
  }

  async bytes(): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      // Below the margin, where the text of the page never comes: without this, writing there would begin a new page.
      this.doc.page.margins.bottom = 0;
      this.doc.font('plain').fontSize(8).fillColor(soft);
      const at = this.doc.page.height - margin;
      this.doc.text(this.options.foot(page + 1, count), margin, at, { width: this.width, align: 'center' });
    }
    this.structure.end();
    this.doc.end();
    await this.finished;
    return Buffer.concat(this.parts);
  }
}
