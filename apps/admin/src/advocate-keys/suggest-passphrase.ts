// No letters that sound alike in English or Spanish, because the passphrase may be read out.
const starts = 'bdfgklmnprst';
const vowels = 'aeiou';
const pairs = starts.length * vowels.length;

/** Returns seven two-syllable words, for example "kalu meri toba …". Entropy: 82 bits. */
export function suggestPassphrase(): string {
  return Array.from({ length: 7 }, () => syllable() + syllable()).join(' ');
}

function syllable(): string {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  // Rejection sampling makes every syllable equally likely.
  if (byte >= 256 - (256 % pairs)) return syllable();
  const at = byte % pairs;
  return starts.charAt(Math.floor(at / vowels.length)) + vowels.charAt(at % vowels.length);
}
