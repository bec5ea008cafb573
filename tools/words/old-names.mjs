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

/** The old word in a name such as `holdListing` or `LISTING_DAYS`, with what is said instead; null when there is none. */
export function oldWordIn(name, words = oldNames) {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_$]+/);
  const found = parts.find((part) => words.has(part));
  return found === undefined ? null : { word: found, say: words.get(found) };
}
