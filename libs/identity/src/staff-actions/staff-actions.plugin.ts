import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import type { Logger } from '@upstander/platform';
import { endStaffActions, nounOf, collectTargets, type StaffAction } from './staff-action.js';
import type { StaffTrail } from './staff-trail.js';

export function staffActionsPlugin(trail: StaffTrail, logger: Logger): ApolloServerPlugin<BaseContext> {
  const listener: GraphQLRequestListener<BaseContext> = {
    async willSendResponse({ response: { body } }) {
      const actions = endStaffActions();
      if (actions.length === 0 || body.kind !== 'single') return;
      const data = (body.singleResult.data ?? {}) as Record<string, unknown>;
      for (const action of actions) await complete(trail, action, data[action.answeredAs ?? '']).catch(report(logger));
    },
  };
  return { requestDidStart: async () => listener };
}

async function complete(trail: StaffTrail, action: StaffAction, answer: unknown): Promise<void> {
  // Without a transaction, a refused or failed action changed nothing.
  const isDone = answer !== undefined && answer !== null;
  if (!isDone && !action.written) return;
  const createdTargets = collectTargets(answer, nounOf(action.operation));
  if (action.written) return trail.add(action, createdTargets);
  for (const [id, target] of createdTargets) if (!action.targets.has(id)) action.targets.set(id, target);
  return trail.write(action);
}

const report = (logger: Logger) => (error: unknown) => {
  logger.fault(error, {}, 'the staff trail could not be completed');
};
