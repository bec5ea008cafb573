import { isObjectType, type GraphQLSchema } from 'graphql';

/** Nest's name for the resolver it adds to every `@Field()` without one. */
const copies = 'rootFieldResolver';

/**
 * Removes resolvers that only copy a property.
 * GraphQL reads `parent[field]` by default, and a compiled query inlines it. This saves a call, a promise check and an
 * error handler for each of the six hundred values of a page. (Nest's resolver also applies `defaultValue`, which no
 * field
 * uses.)
 */
export function plainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name === copies) field.resolve = undefined;
    }
  }
  return schema;
}
