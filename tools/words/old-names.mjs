/** Outdated identifiers with replacements, so every concept has the same name in code and messages (`glossary.mjs`). */
export const oldNames = new Map([
  ['listing', 'opportunity'],
  ['listings', 'opportunities'],
  ['moment', 'status change, timeline entry, or a time: …At'],
  ['moments', 'status changes, timeline entries, or times'],
  ['eyes', 'reader'],
  ['proven', 'verified'],
  ['bell', 'enqueue, notify'],
  ['bells', 'jobs'],
  ['doorbell', 'queue'],
  ['tally', 'count, balance'],
  ['tell', 'notify'],
  ['wish', 'request, filter'],
  ['wished', 'filter'],
  ['anew', 'again'],
  ['aftermath', 'mails'],
  ['handin', 'submit'],
]);

/** Outdated identifiers in the money libraries, which use accounting terms. */
export const oldMoneyNames = new Map([
  ...['moment', 'moments', 'bell', 'bells', 'tally', 'wish', 'listing', 'listings'].map((word) => [
    word,
    oldNames.get(word),
  ]),
  ['tallies', 'counts, balances'],
  ['wishes', 'requests, criteria'],
  ['plan', 'recurring gift'],
  ['plans', 'recurring gifts'],
  ['difference', 'discrepancy'],
  ['differences', 'discrepancies'],
  ['donation', 'gift'],
  ['donations', 'gifts'],
  ['books', 'ledger, accounting'],
  ['proof', 'challenge, evidence or invariant'],
  ['proofs', 'challenges, evidence or invariants'],
  ['hold', 'lock'],
]);

/**
 * Exceptions next to another word: `startDonation` is named after schema.org, a legal hold has times, and libs/donations names
 * its lists after itself.
 */
const keptPhrases = new Set([
  'start donation',
  'start donations',
  'hold at',
  'hold hours',
  ...['module', 'entities', 'jobs', 'limits', 'metrics', 'personal', 'settings'].map((part) => `donations ${part}`),
]);

/** Null if there is none. */
export function oldWordIn(name, words = oldNames) {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_$]+/);
  const isKept = (at) =>
    keptPhrases.has(parts.slice(at - 1, at + 1).join(' ')) || keptPhrases.has(parts.slice(at, at + 2).join(' '));
  // As a noun, "hold" is a legal hold. At the start of a name it is the verb, which should be "lock".
  const found = parts.find(
    (part, at) => words.has(part) && !isKept(at) && (part !== 'hold' || (at === 0 && parts.length > 1)),
  );
  return found === undefined ? null : { word: found, say: words.get(found) };
}
