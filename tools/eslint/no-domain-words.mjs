const DOMAIN =
  /campaign|fundrais|gift|donation|donor|opportunit|business|sign-?up|pledge|beneficiar|stripe|survivor|waitlist|sponsor|refund/i;

/** Keeps domain terms out of platform and identity, except in comments. */
export default {
  meta: {
    type: 'problem',
    messages: { word: '"{{ word }}" is a domain term. Define this in the library of that domain.' },
    schema: [],
  },
  create(context) {
    const checkText = (node, text) => {
      const word = DOMAIN.exec(text)?.[0];
      if (word) context.report({ node, messageId: 'word', data: { word } });
    };
    return {
      Identifier: (node) => checkText(node, node.name),
      Literal: (node) => checkText(node, String(node.value)),
      TemplateElement: (node) => checkText(node, node.value.raw),
    };
  },
};
