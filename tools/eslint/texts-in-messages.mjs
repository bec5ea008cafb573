/** Attributes with human-readable text, as opposed to `className`, `type` or `name`. */
const READ =
  /^(title|label|placeholder|alt|description|header|hint|error|lead|text|submit|working|aria-(label|description|placeholder|valuetext|roledescription))$/;
const WORD = /\p{L}{2}/u;
/** Product names and URLs are the same in every language. */
const SAME = /https?:\/\/\S*|\b(Upstander|WhatsApp|Facebook)\b/g;
const hasWords = (text) => WORD.test(text.replace(SAME, ''));

/** Requires user-facing texts in libs/web-kit/messages, so they exist in every language. */
export default {
  meta: {
    type: 'problem',
    messages: { text: 'Move user-facing text to libs/web-kit/messages, in both languages: “{{text}}”.' },
    schema: [],
  },
  create(context) {
    const checkText = (node, text) => {
      if (hasWords(text)) context.report({ node, messageId: 'text', data: { text: text.trim().slice(0, 60) } });
    };
    const literals = (node) => {
      if (node?.type === 'Literal' && typeof node.value === 'string') checkText(node, node.value);
      if (node?.type === 'TemplateLiteral') checkText(node, node.quasis.map(({ value }) => value.cooked).join('…'));
      if (node?.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach(literals);
      if (node?.type === 'LogicalExpression') literals(node.right);
    };
    return {
      JSXText: (node) => checkText(node, node.value),
      JSXAttribute({ name, value }) {
        if (name.type !== 'JSXIdentifier' || !READ.test(name.name)) return;
        literals(value?.type === 'JSXExpressionContainer' ? value.expression : value);
      },
      ':matches(JSXElement, JSXFragment) > JSXExpressionContainer': ({ expression }) => literals(expression),
    };
  },
};
