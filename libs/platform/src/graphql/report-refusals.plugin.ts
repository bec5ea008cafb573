import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import { documentLimits } from './limits/document-limits.js';

/** A refusal as it is answered: its code, and the field it is about, if the document got that far. */
export interface AnsweredRefusal {
  readonly code: string;
  readonly operation: string | null;
}

/** Hears of every error that is answered, each code of a field once. */
export type HearRefusal = (refusal: AnsweredRefusal, context: BaseContext) => void;

/** Reports what was refused. It stands where every answer passes, compiled or interpreted, and costs nothing without errors. */
export function reportRefusals(hear: HearRefusal): ApolloServerPlugin<BaseContext> {
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
