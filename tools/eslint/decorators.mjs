const OPERATIONS = {
  '@nestjs/graphql': ['Query', 'Mutation', 'Subscription'],
  '@nestjs/common': ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Search', 'Sse'],
};

export function operationNames(importNode) {
  const known = OPERATIONS[importNode.source.value] ?? [];
  return importNode.specifiers
    .filter((specifier) => known.includes(specifier.imported?.name))
    .map((specifier) => specifier.local.name);
}

/** Returns `Allow` for `@Allow('anyone')`, `@Allow.only('admin')` and `@Allow`. */
export function decoratorName(decorator) {
  let node = decorator.expression;
  while (node.type === 'CallExpression' || node.type === 'MemberExpression') {
    node = node.type === 'CallExpression' ? node.callee : node.object;
  }
  return node.name;
}
