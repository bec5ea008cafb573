import { FormBuilder, replaceParts, type Form, type Span } from './form.js';
import { isInvisible } from './invisible.js';
import { lookalike } from './lookalikes.js';

/** A text as written, with the normalized forms in which rules search. */
export interface ParsedText {
  readonly raw: string;
  /**
   * Lowercase without accents, lookalikes and invisible characters; then with spaced-out words joined; then with digits
   * read as letters.
   */
  readonly forms: readonly [Form, ...Form[]];
  readonly hidden: readonly Span[];
  /** Words that mix in letters of another script or use styled letters. */
  readonly disguised: readonly Span[];
}

/** Normalizes a text to what a person sees. */
export function readText(raw: string): ParsedText {
  const builder = new FormBuilder();
  const hidden: Span[] = [];
  const visible: VisibleSpan[] = [];
  let gap = null as { text: string; at: number } | null;
  for (const [at, character] of characters(raw)) {
    const shown = character.text;
    if (isHidden(shown, raw, at)) hidden.push({ start: at, end: at + character.length });
    else if (!isMarkup(shown)) {
      const plain = plainOf(shown);
      if (plain === ' ' || plain === '\n') {
        // Collapses whitespace to a single gap.
        gap = { text: gap?.text === '\n' ? '\n' : plain, at: gap?.at ?? at };
        continue;
      }
      if (gap) builder.add(gap.text, gap.at);
      gap = null;
      builder.add(plain, at);
      visible.push({ start: at, end: at + character.length, shown, plain });
    }
  }
  const plain = builder.build();
  const joined = replaceParts(plain, spacedLetters, (word) => word.replace(/[^a-z0-9]/g, ''));
  const forms = [
    plain,
    joined,
    ...['i', 'l'].map((one) => replaceParts(joined, mixedWord, (word) => lettersOf(word, one))),
  ];
  const [first, ...others] = forms.filter((form, i) => forms.findIndex(({ text }) => text === form.text) === i);
  return { raw, forms: [first ?? plain, ...others], hidden, disguised: findDisguisedWords(visible) };
}

interface VisibleSpan extends Span {
  shown: string;
  plain: string;
}

/** Yields the characters of a Markdown text with their positions, decoding entities such as `&#87;`. */
function* characters(raw: string): Generator<[at: number, character: { text: string; length: number }]> {
  for (let at = 0; at < raw.length;) {
    const entity = raw[at] === '&' ? /^&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/i.exec(raw.slice(at, at + 12)) : null;
    const code = entity ? parseInt(entity[1] ?? entity[2]!, entity[1] ? 16 : 10) : NaN;
    const isValidCode = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    const text = isValidCode ? String.fromCodePoint(code) : String.fromCodePoint(raw.codePointAt(at)!);
    const length = isValidCode ? entity![0].length : text.length;
    yield [at, { text, length }];
    at += length;
  }
}

/** True if a character is invisible and not part of an emoji or a flag. */
function isHidden(character: string, raw: string, at: number): boolean {
  if (!isInvisible(character)) return false;
  const before = /(\p{Extended_Pictographic}|\p{Emoji_Modifier}|[0-9#*]|\ufe0f)$/u.test(
    raw.slice(Math.max(0, at - 4), at),
  );
  if (character === '\ufe0f' || character === '\ufe0e') return !before;
  if (character === '\u200d') return !(before && /^\p{Extended_Pictographic}/u.test(raw.slice(at + 1, at + 3)));
  return true;
}

/** True for Markdown that disappears in the output: `**Tele**gram` reads as one word. */
function isMarkup(character: string): boolean {
  return character === '*' || character === '`' || character === '~' || character === '\\';
}

function plainOf(character: string): string {
  const bare = asAsciiLetter(character).normalize('NFKD').replace(/\p{M}/gu, '');
  // A few characters decompose into a whole phrase; ours decompose into at most four letters.
  const letters = [...bare]
    .slice(0, 4)
    .map((letter) => lookalike(letter) ?? letter.toLowerCase())
    .join('');
  if (/^\s$/.test(letters)) return letters === '\n' ? '\n' : ' ';
  if (/^\p{Pd}$/u.test(letters)) return '-';
  if (/^[\u2018\u2019\u201b\u02bc\u00b4]$/.test(letters)) return "'";
  return letters;
}

// Boxed letters and regional indicators, which NFKC doesn't fold.
const boxes = [0x1f150, 0x1f170, 0x1f1e6];

function asAsciiLetter(character: string): string {
  const code = character.codePointAt(0)!;
  const box = boxes.find((first) => code >= first && code < first + 26);
  return box === undefined ? character : String.fromCharCode(97 + code - box);
}

const spacedLetters = /(?<![a-z0-9])(?:[a-z0-9][ ._\-|/\u00b7\u2022,]{1,3}){3,}[a-z0-9](?![a-z0-9])/g;

// A word with digits or symbols among its letters; `1` is read both as i and as l.
const mixedWord = /(?<![a-z0-9@$!])[a-z0-9@$!]*(?:[a-z][0134578@$!]|[0134578@$!][a-z])[a-z0-9@$!]*/g;
const lettersByDigit: Readonly<Record<string, string>> = {
  0: 'o',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
};

function lettersOf(word: string, one: string): string {
  return word.replace(/[0345781@$!]/g, (figure) => lettersByDigit[figure] ?? one);
}

const decoratedLetters =
  /^[\u2100-\u2121\u2123-\u214f\u249c-\u24e9\uff21-\uff3a\uff41-\uff5a\u1d00-\u1d2b\ua730-\ua731\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f189}]$/u;

function findDisguisedWords(visible: readonly VisibleSpan[]): Span[] {
  const words: Span[] = [];
  for (let i = 0; i < visible.length; i += 1) {
    if (!isLetter(visible[i]!)) continue;
    const first = i;
    while (i + 1 < visible.length && isLetter(visible[i + 1]!)) i += 1;
    const word = visible.slice(first, i + 1);
    const latin = word.some(({ shown }) => /^\p{Script=Latin}$/u.test(shown));
    const foreign = word.some(({ shown, plain }) => /^(?!\p{Script=Latin})\p{L}$/u.test(shown) && /[a-z]/.test(plain));
    const dressed = word.some(({ shown }) => decoratedLetters.test(shown));
    if ((latin && foreign) || dressed) words.push({ start: word[0]!.start, end: word.at(-1)!.end });
  }
  return words;
}

function isLetter({ shown, plain }: VisibleSpan): boolean {
  return /\p{L}/u.test(shown) || (decoratedLetters.test(shown) && /[a-z]/.test(plain));
}
