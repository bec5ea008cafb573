import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

export const payoutsQuery = graphql(
  `
    query Payouts($first: Int, $after: String) {
      payouts(first: $first, after: $after) {
        edges {
          node {
            id
            stripePayoutId
            status
            arrivesOn
            amount {
              ...Amount
            }
            difference {
              ...Amount
            }
            transactionCount
            bankAmount {
              ...Amount
            }
            bankSeenOn
            bankConfirmedBy
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [amountFragment],
);

export type PayoutRow = ResultOf<typeof payoutsQuery>['payouts']['edges'][number]['node'];

export const payoutQuery = graphql(
  `
    query Payout($id: ID!) {
      payout(id: $id) {
        id
        stripePayoutId
        status
        arrivesOn
        amount {
          ...Amount
        }
        difference {
          ...Amount
        }
        transactionsNet {
          ...Amount
        }
        transactionCount
        bankAmount {
          ...Amount
        }
        bankSeenOn
        bankConfirmedBy
        transactions {
          id
          type
          sourceId
          giftId
          createdAt
          amount {
            ...Amount
          }
          fee {
            ...Amount
          }
          net {
            ...Amount
          }
        }
      }
    }
  `,
  [amountFragment],
);

export type PayoutDetails = NonNullable<ResultOf<typeof payoutQuery>['payout']>;
export type PayoutLine = PayoutDetails['transactions'][number];

export const confirmPayoutMutation = graphql(`
  mutation ConfirmPayout($input: ConfirmPayoutInput!) {
    confirmPayout(input: $input) {
      id
      bankSeenOn
      bankConfirmedBy
    }
  }
`);

export const differencesQuery = graphql(`
  query Differences($settled: Boolean, $first: Int, $after: String) {
    differences(settled: $settled, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          about
          giftId
          expected {
            amountMinor
            currency
          }
          found {
            amountMinor
            currency
          }
          foundAt
          settledAt
          settledBy
          settledNote
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
    }
  }
`);

export type DifferenceRow = ResultOf<typeof differencesQuery>['differences']['edges'][number]['node'];

export const settleDifferenceMutation = graphql(`
  mutation SettleDifference($input: SettleDifferenceInput!) {
    settleDifference(input: $input) {
      id
      settledAt
    }
  }
`);

export const cardTestingQuery = graphql(`
  query CardTesting {
    cardTesting {
      breakerOpen
      underAttack
      startedLastHour
      declinedLastHour
      until
    }
  }
`);

export const resetCardTestingMutation = graphql(`
  mutation ResetCardTesting {
    resetCardTesting {
      breakerOpen
      underAttack
    }
  }
`);
