/** Removes case, accents, spaces and dashes, to compare text with common passwords. */
export function simplifyPassword(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s\-_.'’]/gu, '');
}

const leet: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' };

/** Returns the password unchanged and with leetspeak decoded (1 is an i or an l). */
export function readings(plain: string): string[] {
  const letters = plain.replace(/[034578@$!]/g, (sign) => leet[sign] ?? sign);
  return [...new Set([plain, letters.replace(/1/g, 'i'), letters.replace(/1/g, 'l')])];
}

/** Removes leading and trailing digits and punctuation. */
export function trimEdges(plain: string): string {
  return plain.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
}

/** Accepts a last repetition that is cut off. */
export function isRepetitionOf(text: string, word: string): boolean {
  return word !== '' && text === word.repeat(Math.ceil(text.length / word.length)).slice(0, text.length);
}

const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  'abcdefghijklmnopqrstuvwxyz',
];
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol', '0p'];
const walks = [...rows, ...columns].flatMap((walk) => [walk, [...walk].reverse().join('')]);

/** Returns true for keyboard or alphabet walks and repeated keys. */
export function isKeyboardWalk(plain: string): boolean {
  let at = 0;
  while (at < plain.length) {
    const length = longestRun(plain.slice(at, at + 26));
    if (length < 3) return false;
    at += length;
  }
  return true;
}

function longestRun(text: string): number {
  for (let length = text.length; length >= 3; length -= 1) {
    const run = text.slice(0, length);
    if (isRepetitionOf(run, run.slice(0, 1)) || walks.some((walk) => walk.includes(run))) return length;
  }
  return 0;
}
