const PARALLEL = new Set(['all', 'allSettled', 'any', 'race']);

/**
 * A connection runs one statement at a time, so `Promise.all` gains nothing. If one fails, the others still run after the
 * rollback.
 */
export default {
  meta: {
    type: 'problem',
    messages: { parallel: 'A transaction runs one statement at a time. Await each `tx` call.' },
    schema: [],
  },
  create(context) {
    return {
      'CallExpression[callee.object.name="Promise"]'(node) {
        if (!PARALLEL.has(node.callee.property.name)) return;
        const usesTx = node.arguments.some((argument) =>
          /\btx\b/.test(sourceWithoutText(context.sourceCode, argument)),
        );
        if (usesTx) context.report({ node, messageId: 'parallel' });
      },
    };
  },
};

function sourceWithoutText(sourceCode, node) {
  return sourceCode
    .getTokens(node)
    .filter((token) => token.type === 'Identifier')
    .map((token) => token.value)
    .join(' ');
}
