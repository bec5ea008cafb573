const DOMAIN =
  /campaign|fundrais|gift|donation|donor|opportunit|business|sign-?up|pledge|beneficiar|stripe|survivor|waitlist|sponsor|refund/i;

/**
 * Keeps domain terms out of platform and identity, except in comments.
 * A job, limit or setting with such a name belongs to the domain's library.
 */
export default {
  meta: {
    type: 'problem',
    messages: { word: '"{{ word }}" is a domain term. Define this in the library of that domain.' },
    schema: [],
  },
  create(context) {
    const judge = (node, text) => {
      const word = DOMAIN.exec(text)?.[0];
      if (word) context.report({ node, messageId: 'word', data: { word } });
    };
    return {
      Identifier: (node) => judge(node, node.name),
      Literal: (node) => judge(node, String(node.value)),
      TemplateElement: (node) => judge(node, node.value.raw),
    };
  },
};
