import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { telemetry, type Span } from '../telemetry/telemetry.js';
import { databaseUnavailable } from './mask-error.js';

const faults: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', databaseUnavailable]);

/** Returns the name of an operation in metrics: its first field. */
export function operationField(operation: OperationDefinitionNode | undefined): string {
  const [first] = operation?.selectionSet.selections ?? [];
  return first?.kind === 'Field' ? first.name.value : 'other';
}

export type ObserveOperation = (labels: { operation: string; outcome: string }, seconds: number) => void;

/** @param isConfidential true for an operation that isn't observed, because its count would reveal its use */
export function timedOperations(
  observe: ObserveOperation,
  isConfidential: (operation: string) => boolean = () => false,
): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      const began = performance.now();
      let span: Span | undefined;
      const listener: GraphQLRequestListener<BaseContext> = {
        async didResolveOperation({ operation }) {
          if (!isConfidential(operationField(operation))) span = telemetry.on?.begin('graphql', 'inside');
        },
        async willSendResponse({ operation, response: { body } }) {
          if (isConfidential(operationField(operation))) return;
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          const isFault = errors.some(({ extensions }) => faults.has(String(extensions?.['code'])));
          const outcome = isFault ? 'fault' : errors.length > 0 ? 'refused' : 'ok';
          const name = operationField(operation);
          observe({ operation: name, outcome }, (performance.now() - began) / 1000);
          span?.rename(`graphql ${name}`);
          span?.setFacts({ outcome });
          span?.end({ failed: isFault });
        },
      };
      return listener;
    },
  };
}
