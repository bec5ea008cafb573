import { isObjectType, type GraphQLSchema } from 'graphql';

/** What Nest calls the function it gives to every `@Field()` without a resolver of its own. */
const copies = 'rootFieldResolver';

/**
 * Takes the resolvers away from fields that are only copied. GraphQL reads `parent[field]` by itself, and a compiled
 * query writes it as just that, instead of a call, a check for a promise and a place for an error for each of a page's
 * six hundred values. (Nest's function would also fill in a field's `defaultValue`, which none of ours has.)
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
