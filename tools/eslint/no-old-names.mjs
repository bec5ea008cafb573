import { oldNames, oldWordIn } from '../words/old-names.mjs';

/** A name in the code uses the words of the glossary: one noun for one thing. With `only`, just these words are looked for. */
export default {
  meta: {
    type: 'problem',
    messages: { old: '"{{ name }}" has the word "{{ word }}", which is not ours any more: say {{ say }}.' },
    schema: [
      {
        type: 'object',
        properties: { only: { type: 'array', items: { type: 'string' } } },
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const only = context.options[0]?.only;
    const words = only ? new Map(only.map((word) => [word, oldNames.get(word)])) : oldNames;
    const judge = (node) => {
      const found = oldWordIn(node.name, words);
      if (found) context.report({ node, messageId: 'old', data: { name: node.name, ...found } });
    };
    return { Identifier: judge, PrivateIdentifier: judge, JSXIdentifier: judge };
  },
};
