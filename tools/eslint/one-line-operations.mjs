import { decoratorName, operationNames } from './decorators.mjs';

/** Limits resolver methods to one call. Rules belong in services. */
export default {
  meta: {
    type: 'suggestion',
    messages: { long: '{{name}} does more than call a service. Move the code to the service.' },
    schema: [],
  },
  create(context) {
    const operations = new Set();
    return {
      ImportDeclaration(node) {
        if (node.source.value === '@nestjs/graphql') operationNames(node).forEach((name) => operations.add(name));
      },
      MethodDefinition(node) {
        const isOperation = (node.decorators ?? []).some((decorator) => operations.has(decoratorName(decorator)));
        if (isOperation && (node.value.body?.body.length ?? 0) > 1) {
          context.report({ node: node.key, messageId: 'long', data: { name: node.key.name } });
        }
      },
    };
  },
};
