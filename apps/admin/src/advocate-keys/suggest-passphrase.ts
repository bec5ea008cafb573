// No letter that sounds like another in English or in Spanish: it may be read out.
const starts = 'bdfgklmnprst';
const ends = 'aeiou';
const pairs = starts.length * ends.length;

/** Seven made-up words of two syllables, such as “kalu meri toba …”: 82 bits, and they can be said. */
export function suggestPassphrase(): string {
  return Array.from({ length: 7 }, () => syllable() + syllable()).join(' ');
}

function syllable(): string {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  // Throwing away what does not divide evenly leaves every syllable equally likely.
  if (byte >= 256 - (256 % pairs)) return syllable();
  const at = byte % pairs;
  return starts.charAt(Math.floor(at / ends.length)) + ends.charAt(at % ends.length);
}
