export interface SplitReply {
  /** The new text. */
  body: string;
  /** The quoted message and the signature, or an empty text. */
  quoted: string;
}

/** Lines that start a quoted message or a signature, as mail programs write them in English and Spanish. */
const startsQuote = [
  /^>/,
  /^-- ?$/,
  /^-{2,}\s*(original message|mensaje original|forwarded message|mensaje reenviado)\s*-{2,}$/i,
  /^_{10,}$/,
  /^(sent from my|enviado desde mi|get outlook for|obtener outlook para)\b/i,
  /^\*?(from|de):\*? .*@/i,
];
/** "On Dec 5, Rosa wrote:" or "El 5 dic, Rosa escribió:", on up to three lines. */
const startsAttribution = /^(on|el|le)\b/i;
const endsAttribution = /\b(wrote|escribió):$/i;
const maxAttributionLines = 3;

/** Separates the new text from what the mail program added. A reply below the quote is kept as new text. */
export function splitReply(text: string): SplitReply {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const at = lines.findIndex((_, index) => isQuoteStart(lines, index));
  if (at < 0) return { body: text.trim(), quoted: '' };
  const body = lines.slice(0, at).join('\n').trim();
  const rest = lines.slice(at);
  if (body !== '') return { body, quoted: rest.join('\n').trim() };
  // People who answer below the quote.
  const ownLines = rest.filter((line, index) => !/^>/.test(line) && !isAttribution(rest, index));
  const below = splitSignature(ownLines.join('\n').trim());
  return below === '' ? { body: text.trim(), quoted: '' } : { body: below, quoted: text.trim() };
}

function isQuoteStart(lines: readonly string[], index: number): boolean {
  const line = lines[index]!.trimEnd();
  return startsQuote.some((pattern) => pattern.test(line)) || isAttribution(lines, index);
}

function isAttribution(lines: readonly string[], index: number): boolean {
  if (!startsAttribution.test(lines[index]!)) return false;
  for (let end = index; end < Math.min(index + maxAttributionLines, lines.length); end += 1) {
    if (endsAttribution.test(lines[end]!.trim())) return true;
  }
  return false;
}

function splitSignature(text: string): string {
  return text.split(/\n-- ?\n/)[0]!.trim();
}
