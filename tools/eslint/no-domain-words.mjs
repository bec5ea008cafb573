const DOMAIN =
  /campaign|fundrais|gift|donation|donor|opportunit|business|sign-?up|pledge|beneficiar|stripe|survivor|waitlist|sponsor|refund/i;

/**
 * Platform and identity know no word of the domain: a name of it there is something that its own library would define
 * (a job, a limit, a setting). Comments may tell of an example.
 */
export default {
  meta: {
    type: 'problem',
    messages: { word: '"{{ word }}" is a word of the domain: the library that knows it defines this.' },
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
