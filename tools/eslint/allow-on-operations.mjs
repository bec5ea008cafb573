import { decoratorName, operationNames } from './decorators.mjs';

/** Requires `@Allow` on every GraphQL operation and HTTP route. Without it they are also rejected at runtime. */
export default {
  meta: {
    type: 'problem',
    messages: { silent: '{{name}} does not declare who may call it. Add @Allow(…) with at least one role.' },
    schema: [],
  },
  create(context) {
    const operations = new Set();
    return {
      ImportDeclaration: (node) => operationNames(node).forEach((name) => operations.add(name)),
      MethodDefinition(node) {
        const decorators = node.decorators ?? [];
        if (!decorators.some((decorator) => operations.has(decoratorName(decorator)))) return;
        const says = decorators.some(
          ({ expression }) =>
            decoratorName({ expression }) === 'Allow' &&
            expression.type === 'CallExpression' &&
            expression.arguments.length > 0,
        );
        if (!says) context.report({ node: node.key, messageId: 'silent', data: { name: node.key.name } });
      },
    };
  },
};
