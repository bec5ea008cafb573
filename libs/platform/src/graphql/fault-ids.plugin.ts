import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';

/** The id of the HTTP request behind a GraphQL context, as the log has it. */
export function requestIdOf(context: BaseContext): string | undefined {
  return (context as { req?: { id?: string } }).req?.id;
}

/**
 * Apollo formats errors without saying of which request they are. It tells its plugins first, though, so what is kept here
 * is found again a moment later: one id from the page to the stack.
 */
export function faultIds(): { plugin: ApolloServerPlugin<BaseContext>; of: (error: unknown) => string | undefined } {
  const known = new WeakMap<object, string>();
  const listener = {
    async didEncounterErrors({ errors, contextValue }: GraphQLRequestContext<BaseContext>): Promise<void> {
      const id = requestIdOf(contextValue);
      if (id !== undefined) for (const error of errors ?? []) known.set(error, id);
    },
  };
  return {
    plugin: { requestDidStart: async () => listener },
    of: (error) => (typeof error === 'object' && error !== null ? known.get(error) : undefined),
  };
}
