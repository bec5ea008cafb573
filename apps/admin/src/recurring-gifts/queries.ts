import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

export const recurringGiftRow = graphql(
  `
    fragment RecurringGiftRow on ManagedRecurringGift @_unmask {
      id
      name
      email
      campaignTitle
      status
      stopRequested
      charged {
        ...Amount
      }
      totalGiven {
        ...Amount
      }
      giftCount
      failingSince
      nextChargeAt
    }
  `,
  [amountFragment],
);

export const recurringGiftQuery = graphql(
  `
    query RecurringGift($id: ID!) {
      manageRecurringGift(id: $id) {
        ...RecurringGiftRow
        anonymous
        campaignId
        intended {
          ...Amount
        }
        cover {
          ...Amount
        }
        startedAt
        stoppedAt
        stopReason
        failureCode
        stripeSubscriptionId
        gifts {
          id
          status
          paidAt
          charged {
            ...Amount
          }
        }
      }
    }
  `,
  [amountFragment, recurringGiftRow],
);

export type RecurringGiftDetails = NonNullable<ResultOf<typeof recurringGiftQuery>['manageRecurringGift']>;
export type RecurringGiftMonth = RecurringGiftDetails['gifts'][number];

export const stopRecurringGiftMutation = graphql(`
  mutation StopRecurringGiftByStaff($input: StopRecurringGiftByStaffInput!) {
    stopRecurringGiftByStaff(input: $input) {
      id
    }
  }
`);
