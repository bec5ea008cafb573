import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/** `wrote` runs before the response is sent. */
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
