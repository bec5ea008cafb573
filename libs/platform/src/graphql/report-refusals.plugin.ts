import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import { documentLimits } from './limits/document-limits.js';

export interface RefusalReport {
  readonly code: string;
  readonly operation: string | null;
}

/** Called once per code and field of a response. */
export type RefusalListener = (refusal: RefusalReport, context: BaseContext) => void;

/** Covers compiled and interpreted queries. */
export function reportRefusals(hear: RefusalListener): ApolloServerPlugin<BaseContext> {
  const listener: GraphQLRequestListener<BaseContext> = {
    async willSendResponse({ response: { body }, contextValue }) {
      if (body.kind !== 'single' || !body.singleResult.errors) return;
      const reported = new Set<string>();
      for (const { extensions, path } of body.singleResult.errors.slice(0, documentLimits.errors)) {
        const refusal = { code: String(extensions?.['code']), operation: path ? String(path[0]) : null };
        const name = `${refusal.code} ${refusal.operation ?? ''}`;
        if (!reported.has(name)) hear(refusal, contextValue);
        reported.add(name);
      }
    },
  };
  return { requestDidStart: async () => listener };
}
