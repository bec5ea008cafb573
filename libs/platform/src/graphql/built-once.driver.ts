import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaFactory } from '@nestjs/graphql';
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Resolve = GraphQLFieldResolver<unknown, unknown>;

/**
 * Apollo's driver, with a schema that is built once. Nest (`autoSchemaFile`) builds it from the classes, prints it, parses and builds
 * that text again for `makeExecutableSchema`, copies it while it adds the resolvers, and takes these over into the first: more than
 * half of what starting an api took. Here the resolvers are given to the schema of the classes directly.
 */
@Injectable()
export class BuiltOnceDriver extends ApolloDriver {
  constructor(
    private readonly modules: ModulesContainer,
    private readonly schemas: GraphQLSchemaFactory,
  ) {
    super(modules);
  }

  override async generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> {
    const schema = await this.schemas.create(this.classes(), options.buildSchemaOptions ?? {});
    // Without types in a file Nest finds the resolvers and transforms the schema that it is given.
    const finished = await super.generateSchema({
      ...options,
      schema,
      transformResolvers: (found) => {
        for (const resolvers of [found].flat()) giveResolvers(schema, resolvers as Resolvers);
        return found;
      },
    });
    return finished ?? schema;
  }

  private classes(): Array<new () => unknown> {
    return [...this.modules.values()]
      .flatMap((module) => [...module.providers.values()])
      .flatMap(({ instance }) => (instance ? [(instance as { constructor: new () => unknown }).constructor] : []));
  }
}

/** Gives each resolver to its field. One without a field stops the start: nobody could ever call it. */
export function giveResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, byField] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    for (const [name, resolve] of Object.entries(byField)) {
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      if (!field || typeof resolve !== 'function')
        throw new Error(`${typeName}.${name} has a resolver and is no field.`);
      field.resolve = resolve as Resolve;
    }
  }
}
