import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';

export function requestIdOf(context: BaseContext): string | undefined {
  return (context as { req?: { id?: string } }).req?.id;
}

/** Associates errors with their request ID, because Apollo's `formatError` doesn't receive the request. */
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
