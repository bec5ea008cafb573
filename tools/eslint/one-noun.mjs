import { oldMoneyNames, oldNames, oldWordIn } from '../words/old-names.mjs';

/**
 * Forbids outdated terms in identifiers, so every concept has one name.
 * `only` limits the terms; `money` checks those of the money domain.
 */
export default {
  meta: {
    type: 'problem',
    messages: { old: '"{{ name }}" contains the outdated term "{{ word }}". Use {{ say }}.' },
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
    const checkName = (node) => {
      const found = oldWordIn(node.name, words);
      if (found) context.report({ node, messageId: 'old', data: { name: node.name, ...found } });
    };
    return { Identifier: checkName, PrivateIdentifier: checkName, JSXIdentifier: checkName };
  },
};
