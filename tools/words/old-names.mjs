/**
 * Words that names in the code do not have any more, and what is said instead: one noun for one thing, there as in the
 * messages (`glossary.mjs`).
 */
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

/** The same in the libraries of the money, whose words are those of accounting. */
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

/** Old words that stay beside another: `startDonation` has the name that schema.org gives it, and a hold has its time. */
const kept = new Set(['start donation', 'start donations', 'hold at', 'hold hours']);

/** The old word in a name such as `holdListing` or `LISTING_DAYS`, with what is said instead; null when there is none. */
export function oldWordIn(name, words = oldNames) {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_$]+/);
  const stays = (at) => kept.has(parts.slice(at - 1, at + 1).join(' ')) || kept.has(parts.slice(at, at + 2).join(' '));
  // A hold is a noun of its own; what is locked begins with the verb.
  const found = parts.find(
    (part, at) => words.has(part) && !stays(at) && (part !== 'hold' || (at === 0 && parts.length > 1)),
  );
  return found === undefined ? null : { word: found, say: words.get(found) };
}
