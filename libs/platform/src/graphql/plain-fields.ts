import { isObjectType, type GraphQLSchema } from 'graphql';

/** Nest's name for the resolver it adds to every `@Field()` without one. */
const copyingResolverName = 'rootFieldResolver';

/**
 * GraphQL copies properties by default. Without these resolvers, each of the six hundred values of a page saves a call,
 * a promise check and an error handler.
 */
export function plainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name === copyingResolverName) field.resolve = undefined;
    }
  }
  return schema;
}
