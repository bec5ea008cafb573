import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

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
        discrepancy {
          ...Amount
        }
        transactionsNet {
          ...Amount
        }
        transactionCount
        bankAmount {
          ...Amount
        }
        bankStatementDate
        bankConfirmedBy
        corrections {
          id
          statementDate
          confirmedBy
          correctedBy
          correctedAt
          bankAmount {
            ...Amount
          }
        }
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
    }
  }
`);

export const undoPayoutConfirmationMutation = graphql(`
  mutation UndoPayoutConfirmation($input: UndoPayoutConfirmationInput!) {
    undoPayoutConfirmation(input: $input) {
      id
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
