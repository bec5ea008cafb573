const PARALLEL = new Set(['all', 'allSettled', 'any', 'race']);

/**
 * One connection runs one statement at a time: `Promise.all` over a transaction gains nothing, and when one statement
 * fails the others go on after the rollback.
 */
export default {
  meta: {
    type: 'problem',
    messages: { parallel: 'Statements of one transaction run one after the other: await each `tx` call.' },
    schema: [],
  },
  create(context) {
    return {
      'CallExpression[callee.object.name="Promise"]'(node) {
        if (!PARALLEL.has(node.callee.property.name)) return;
        const usesTx = node.arguments.some((argument) => /\btx\b/.test(withoutText(context.sourceCode, argument)));
        if (usesTx) context.report({ node, messageId: 'parallel' });
      },
    };
  },
};

/** The code of a node without its strings and comments. */
function withoutText(sourceCode, node) {
  return sourceCode
    .getTokens(node)
    .filter((token) => token.type === 'Identifier')
    .map((token) => token.value)
    .join(' ');
}
