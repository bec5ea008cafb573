import { openSync, type Font } from 'fontkit';
import { createRequire } from 'node:module';
import { embeddable } from './outlines.js';

const require = createRequire(import.meta.url);

/** Figtree 400 and 600, and Newsreader 500 for titles and large figures. */
export type FontWeight = 'plain' | 'bold' | 'title';

export interface FontFace {
  name: string;
  path: string;
  /** Stroked to look heavier, because the font file holds only the thinnest weight. */
  thin: boolean;
  /** Needs more room between lines, for marks above and below the letters. */
  tall: boolean;
}

export interface Run {
  face: FontFace;
  text: string;
}

const face = (name: string, path: string): FontFace => ({
  name,
  path: require.resolve(path),
  thin: false,
  tall: false,
});

type OwnFaces = readonly [latin: FontFace, extended: FontFace, fallback: FontFace];

function latinFaces(weight: FontWeight, family: string, fontWeight: number, fallback: string): OwnFaces {
  const file = (subset: string) => `@fontsource/${family}/files/${family}-${subset}-${fontWeight}-normal.woff`;
  return [
    face(weight, file('latin')),
    face(`${weight}-extended`, file('latin-ext')),
    face(`${weight}-fallback`, `dejavu-fonts-ttf/ttf/${fallback}.ttf`),
  ];
}

/** In the order of preference: our typeface, its other Latin letters, and DejaVu for Greek, Cyrillic, Arabic and signs. */
export const ownFaces: Readonly<Record<FontWeight, OwnFaces>> = {
  plain: latinFaces('plain', 'figtree', 400, 'DejaVuSans'),
  bold: latinFaces('bold', 'figtree', 600, 'DejaVuSans-Bold'),
  title: latinFaces('title', 'newsreader', 500, 'DejaVuSerif-Bold'),
};

/** Fonts for scripts missing in the first one, each split into small files by character range. */
const families = {
  sc: '@fontsource-variable/noto-sans-sc',
  kr: '@fontsource-variable/noto-sans-kr',
  thai: '@fontsource/noto-sans-thai',
  devanagari: '@fontsource/noto-sans-devanagari',
  khmer: '@fontsource/noto-sans-khmer',
  ethiopic: '@fontsource/noto-sans-ethiopic',
} as const;
type Family = keyof typeof families;

const scripts: ReadonlyArray<readonly [RegExp, readonly Family[]]> = [
  [/\p{Script=Thai}/u, ['thai']],
  [/\p{Script=Devanagari}/u, ['devanagari']],
  [/\p{Script=Khmer}/u, ['khmer']],
  [/\p{Script=Ethiopic}/u, ['ethiopic']],
  [/\p{Script=Hangul}/u, ['kr']],
  [
    /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]|[\uff00-\uffef]/u,
    ['sc', 'kr'],
  ],
];

/** Drawn for a letter that no font contains. */
export const replacement = '\u25a1';
const ignorable = /[\p{Default_Ignorable_Code_Point}]/gu;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const fontCache = new Map<string, Font>();
const rangeCache = new Map<Family, Array<{ face: FontFace; from: number; to: number }>>();

/** Splits a text into runs of one font each. `missing` is true if a letter has no font. */
export function splitRuns(text: string, weight: FontWeight): { runs: Run[]; missing: boolean } {
  const runs: Run[] = [];
  let missing = false;
  for (const word of text.split(/(?<=\s)/)) {
    const own = ownFacesFor(word, weight);
    for (const { segment } of graphemes.segment(word)) {
      let letters = segment;
      let face = faceOf(segment, own);
      if (!face) {
        // Without joiners and variation selectors a font may contain the letter.
        letters = segment.replace(ignorable, '');
        face = faceOf(letters, own);
      }
      if (!face) {
        missing = true;
        letters = replacement;
        face = faceOf(replacement, own)!;
      }
      const last = runs.at(-1);
      if (last?.face === face) last.text += letters;
      else runs.push({ face, text: letters });
    }
  }
  return { runs, missing };
}

/** Puts the fallback first for a word that needs it, so that one word doesn't mix two designs. */
function ownFacesFor(word: string, weight: FontWeight): readonly FontFace[] {
  const [latin, extended, fallback] = ownFaces[weight];
  const letters = word.trim();
  const isOurs = [...letters].every((letter) => [latin, extended].some((face) => containsLetters(face, letter)));
  return isOurs || !containsLetters(fallback, letters) ? ownFaces[weight] : [fallback, latin, extended];
}

function faceOf(letters: string, own: readonly FontFace[]): FontFace | undefined {
  const ownFace = own.find((face) => containsLetters(face, letters));
  if (ownFace) return ownFace;
  const candidates = scripts.find(([script]) => script.test(letters))?.[1] ?? [];
  const points = [...letters].map((letter) => letter.codePointAt(0)!);
  return candidates
    .flatMap((family) => rangesOf(family).filter(({ from, to }) => from <= points[0]! && points[0]! <= to))
    .map(({ face }) => face)
    .find((face) => containsLetters(face, letters));
}

function containsLetters(face: FontFace, letters: string): boolean {
  const font = fontOf(face);
  return [...letters].every((letter) => letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0)!));
}

export function fontOf({ path, thin }: FontFace): Font {
  const known = fontCache.get(path);
  if (known) return known;
  const font = openSync(path);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} is a collection of fonts.`);
  fontCache.set(path, thin ? embeddable(font) : font);
  return font;
}

function rangesOf(family: Family): Array<{ face: FontFace; from: number; to: number }> {
  const known = rangeCache.get(family);
  if (known) return known;
  const home = families[family];
  const thin = home.startsWith('@fontsource-variable/');
  const parts = Object.entries(require(`${home}/unicode.json`) as Record<string, string>);
  const found = parts.flatMap(([part, rangeList]) => {
    const key = part.replace(/[[\]]/g, '');
    const file = `${home.split('/')[1]}-${key}-${thin ? 'wght-normal.woff2' : '400-normal.woff'}`;
    const face: FontFace = {
      name: `${family}-${key}`,
      path: require.resolve(`${home}/files/${file}`),
      thin,
      tall: true,
    };
    return rangeList.split(',').map((range) => {
      const [from, to = from] = range.replace('U+', '').split('-');
      return { face, from: parseInt(from!, 16), to: parseInt(to!, 16) };
    });
  });
  rangeCache.set(family, found);
  return found;
}
