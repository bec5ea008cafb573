/** Words that a reader of the field would not type, and what the thing is called instead. */
const INSTEAD = [
  [/\bmoments?\b/, 'status change, timeline entry or time'],
  [/\bplans?\b/, 'recurring gift'],
  [/\bdifferences?\b/, 'discrepancy'],
  // The operation keeps the name that schema.org gives it.
  [/(?<!start )\bdonations?\b/, 'gift'],
  [/\bbooks\b/, 'ledger or accounting'],
  [/\bproofs?\b/, 'challenge, evidence or invariant'],
  [/\bwish(es)?\b/, 'request or criteria'],
  [/\bbells?\b/, 'job'],
  [/^hold (?!at|hours)/, 'lock'],
  [/\btall(y|ies)\b/, 'progress'],
];

const wordsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

/**
 * One noun for one thing: a name in the code about money is the word of its field, so that whoever looks for a rule finds
 * it under the word they would type first. Texts and comments are not judged here.
 */
export default {
  meta: {
    type: 'problem',
    messages: { word: '"{{ name }}" has a word that is not ours: say {{ instead }}.' },
    schema: [],
  },
  create: (context) => ({
    Identifier(node) {
      const words = wordsOf(node.name);
      const [, instead] = INSTEAD.find(([pattern]) => pattern.test(words)) ?? [];
      if (instead) context.report({ node, messageId: 'word', data: { name: node.name, instead } });
    },
  }),
};
