import { graphql, type ResultOf } from '@upstander/api-client';

export const moneyNeedsYouQuery = graphql(`
  query MoneyNeedsYou {
    moneyNeedsYou {
      kind
      count
      oldestAt
    }
  }
`);

export type MoneyTask = ResultOf<typeof moneyNeedsYouQuery>['moneyNeedsYou'][number];
