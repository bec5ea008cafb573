import { graphql, type ResultOf } from '@upstander/api-client';

export const financeActionItemsQuery = graphql(`
  query MoneyNeedsYou {
    moneyTasks {
      kind
      count
      oldestAt
    }
  }
`);

export type MoneyTask = ResultOf<typeof financeActionItemsQuery>['moneyTasks'][number];
