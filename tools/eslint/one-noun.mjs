import { oldMoneyNames, oldNames, oldWordIn } from '../words/old-names.mjs';

/**
 * A name in the code uses the words of the glossary: one noun for one thing, so that whoever looks for a rule finds it
 * under the word they would type first. Of the old words `only` looks for just these, `money` for those of the money.
 */
export default {
  meta: {
    type: 'problem',
    messages: { old: '"{{ name }}" has the word "{{ word }}", which is not ours any more: say {{ say }}.' },
    schema: [
      {
        type: 'object',
        properties: { only: { type: 'array', items: { type: 'string' } }, money: { type: 'boolean' } },
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const { only, money = false } = context.options[0] ?? {};
    const all = money ? oldMoneyNames : oldNames;
    const words = only ? new Map(only.map((word) => [word, all.get(word)])) : all;
    const judge = (node) => {
      const found = oldWordIn(node.name, words);
      if (found) context.report({ node, messageId: 'old', data: { name: node.name, ...found } });
    };
    return { Identifier: judge, PrivateIdentifier: judge, JSXIdentifier: judge };
  },
};
