import { ownFaces } from '../documents/faces.js';
import { openSync, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';

export interface ShareImage {
  /** Line above the title: the kind, date or progress. */
  above: string;
  title: string;
  /** Smaller text below the title; may be empty. */
  below: string;
  organization: string;
}

const colors = { paper: '#fbf8f3', wash: '#e4efe9', ink: '#22271f', soft: '#5a5d52', green: '#1f5c4a' };
const leftMargin = 72;
const maxWidth = 600;
/** Title sizes with their maximum number of lines. The largest that fits is used. */
const titleSizes = [
  { size: 68, lines: 3 },
  { size: 56, lines: 4 },
  { size: 46, lines: 5 },
] as const;

const fontCache = new Map<string, Font>();

/** Draws the image as SVG. Letters are outlines, so the fonts installed on the server don't matter. */
export function shareImageSvg({ above, title, below, organization }: ShareImage, drawing: string): string {
  const { size, lines } = fitTitle(title);
  const top = 104;
  const firstLine = top + 34 + size;
  const belowAt = firstLine + (lines.length - 1) * size * 1.12 + 56;
  const notes = breakLines(below, 28, false).slice(0, 2);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colors.wash}"/><stop offset="1" stop-color="${colors.paper}"/></linearGradient></defs>
<rect width="1200" height="630" fill="url(#sky)"/>
<svg x="690" y="84" width="470" height="386" viewBox="0 0 560 460">${innerSvg(drawing)}</svg>
${outlineText(above, { x: leftMargin, y: top, size: 28, bold: true, fill: colors.green })}
${lines.map((line, nth) => outlineText(line, { x: leftMargin, y: firstLine + nth * size * 1.12, size, bold: true, fill: colors.ink })).join('')}
${notes.map((line, nth) => outlineText(line, { x: leftMargin, y: belowAt + nth * 38, size: 28, bold: false, fill: colors.soft })).join('')}
<g transform="translate(${leftMargin} 532) scale(1.5)"><rect width="32" height="32" rx="9" fill="${colors.green}"/><path d="M7 24v-5M16 24V12M25 24v-5" stroke="#fff" stroke-width="4" stroke-linecap="round"/><circle cx="16" cy="7.5" r="2" fill="#fff"/></g>
${outlineText(organization, { x: leftMargin + 66, y: 566, size: 30, bold: true, fill: colors.ink })}
</svg>`;
}

const drawings = new Map<string, string>();

function innerSvg(file: string): string {
  let inner = drawings.get(file);
  if (inner === undefined) {
    inner = readFileSync(file, 'utf8')
      .replace(/^[^]*?<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '');
    drawings.set(file, inner);
  }
  return inner;
}

function fitTitle(title: string): { size: number; lines: string[] } {
  for (const { size, lines: maxLines } of titleSizes) {
    const lines = breakLines(title, size, true);
    if (lines.length <= maxLines) return { size, lines };
  }
  const { size, lines: maxLines } = titleSizes[2];
  const lines = breakLines(title, size, true).slice(0, maxLines);
  return { size, lines: [...lines.slice(0, -1), `${lines.at(-1)}…`] };
}

/** Cuts words that are too long for a line. */
function breakLines(text: string, size: number, bold: boolean): string[] {
  const lines: string[] = [];
  // Longer texts don't fit in the image.
  for (const word of text.slice(0, 300).split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && width(longer, size, bold) <= maxWidth) lines[lines.length - 1] = longer;
    else lines.push(...splitWord(word, size, bold));
  }
  return lines;
}

function splitWord(word: string, size: number, bold: boolean): string[] {
  if (width(word, size, bold) <= maxWidth) return [word];
  const found: string[] = [''];
  for (const letter of word) {
    const longer = found.at(-1) + letter;
    if (width(longer, size, bold) <= maxWidth) found[found.length - 1] = longer;
    else found.push(letter);
  }
  return found;
}

function width(text: string, size: number, bold: boolean): number {
  const font = fontFor(text, bold);
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size;
}

interface Outline {
  x: number;
  y: number;
  size: number;
  bold: boolean;
  fill: string;
}

function outlineText(text: string, { x, y, size, bold, fill }: Outline): string {
  const font = fontFor(text, bold);
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  let at = 0;
  const shapes = run.glyphs.map((glyph, nth) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[nth] ?? {};
    const shape = `<path transform="translate(${Math.round(at + xOffset)} ${Math.round(yOffset)})" d="${glyph.path.toSVG()}"/>`;
    at += xAdvance;
    return shape;
  });
  return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${shapes.join('')}</g>`;
}

/** Returns the first of our fonts that contains every letter, else the last. */
function fontFor(text: string, bold: boolean): Font {
  const fonts = ownFaces[bold ? 'bold' : 'plain'].map(({ path }) => openFont(path));
  const hasAll = (font: Font) => [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0)!));
  return fonts.find(hasAll) ?? fonts.at(-1)!;
}

function openFont(file: string): Font {
  let font = fontCache.get(file);
  if (!font) fontCache.set(file, (font = openSync(file) as Font));
  return font;
}
