import { amountFragment, graphql } from '@upstander/api-client';

export const moneyOverTimeQuery = graphql(
  `
    query MoneyOverTime($campaignId: ID, $unit: TimeUnit!, $from: LocalDate!, $to: LocalDate!) {
      moneyOverTime(campaignId: $campaignId, unit: $unit, from: $from, to: $to) {
        start
        gifts {
          ...Amount
        }
        refunds {
          ...Amount
        }
        fees {
          ...Amount
        }
        net {
          ...Amount
        }
        count
      }
    }
  `,
  [amountFragment],
);
