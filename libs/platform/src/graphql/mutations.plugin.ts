import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/** Says that a mutation has run, also one that was refused in part: before its answer goes out. */
export function reportMutations(wrote: () => void): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation }) {
          if (operation?.operation === 'mutation') wrote();
        },
      };
    },
  };
}
