import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaFactory } from '@nestjs/graphql';
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Resolve = GraphQLFieldResolver<unknown, unknown>;

/**
 * With `autoSchemaFile`, Nest builds, prints, parses, rebuilds, copies and merges the schema, which took more than half
 * of the api's startup time.
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
    // Without type definitions Nest collects the resolvers and only transforms the given schema.
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

/** @throws Error for a resolver without a field, which could never run */
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
