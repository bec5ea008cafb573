import type { Form, Span } from './form.js';
import type { ParsedText } from './read-text.js';

const digitsByWord: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  hundred: '00',
  cero: '0',
  uno: '1',
  dos: '2',
  tres: '3',
  cuatro: '4',
  cinco: '5',
  seis: '6',
  siete: '7',
  ocho: '8',
  nueve: '9',
  diez: '10',
  once: '11',
  doce: '12',
  trece: '13',
  catorce: '14',
  quince: '15',
  veinte: '20',
  treinta: '30',
  cuarenta: '40',
  cincuenta: '50',
  sesenta: '60',
  setenta: '70',
  ochenta: '80',
  noventa: '90',
};
/** Words that may appear between the digits of a number. */
const separatorWords = new Set(
  'y and dash space then finally after that next double triple doble guion espacio plus mas luego despues finalmente por ultimo'.split(
    ' ',
  ),
);
const minWords = 4;
const minDigits = 7;

// Ten to thirteen digits with separators; excludes dates, amounts and times.
const writtenNumber = /(?<![\d$.,:])\+?\(?\d(?:[ \t()./·•-]{0,3}\d){9,12}(?![\d%:]|[.,]\d)/g;
const local = /(?<![\d$.,:-])[2-9]\d{2}[ .·-]\d{4}(?![\d%:-]|[.,]\d)/g;
const otherNumbers = /\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4}|\d\.\d\d\s*-\s*\d+\.\d\d/;

/** Returns the position of a phone number, in digits or in English or Spanish words, or null. */
export function phoneIn({ forms }: ParsedText): Span | null {
  for (const form of forms.slice(0, 2)) {
    const found = findInFigures(form) ?? findInWords(form);
    if (found) return { start: form.from[found.start]!, end: form.from[found.end - 1]! + 1 };
  }
  return null;
}

function findInFigures({ text }: Form): Span | null {
  for (const pattern of [writtenNumber, local]) {
    for (const match of text.matchAll(pattern)) {
      if (!otherNumbers.test(match[0])) return { start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}

/** Finds consecutive digits written as words, such as "five five nine, five five five". */
function findInWords({ text }: Form): Span | null {
  let run = { start: 0, end: 0, words: 0, digits: 0 };
  for (const match of `${text} .`.matchAll(/[a-z]+|\d+|[^a-z\d\s,.()/-]/g)) {
    const word = match[0];
    const digits = /^\d/.test(word) ? word : digitsByWord[word];
    if (digits !== undefined && !(word === 'o' && run.digits === 0)) {
      if (run.digits === 0) run.start = match.index;
      run.end = match.index + word.length;
      run.digits += digits.length;
      // A single digit counts as a word.
      run.words += /^\d\d/.test(word) ? 0 : 1;
      if (run.words >= minWords && run.digits >= minDigits) return { start: run.start, end: run.end };
    } else if (!separatorWords.has(word)) run = { start: 0, end: 0, words: 0, digits: 0 };
  }
  return null;
}
