/** Decorators that make a method callable from outside, by the package they come from. */
const OPERATIONS = {
  '@nestjs/graphql': ['Query', 'Mutation', 'Subscription'],
  '@nestjs/common': ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Search', 'Sse'],
};

/** Local names of the operation decorators that this import brings into the file. */
export function operationNames(importNode) {
  const known = OPERATIONS[importNode.source.value] ?? [];
  return importNode.specifiers
    .filter((specifier) => known.includes(specifier.imported?.name))
    .map((specifier) => specifier.local.name);
}

/** `Allow` for `@Allow('anyone')`, `@Allow.only('admin')` and `@Allow`. */
export function decoratorName(decorator) {
  let node = decorator.expression;
  while (node.type === 'CallExpression' || node.type === 'MemberExpression') {
    node = node.type === 'CallExpression' ? node.callee : node.object;
  }
  return node.name;
}
