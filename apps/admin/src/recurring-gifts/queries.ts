import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

export const recurringGiftQuery = graphql(
  `
    query RecurringGift($id: ID!) {
      manageRecurringGift(id: $id) {
        id
        name
        email
        anonymous
        campaignId
        campaignTitle
        status
        stopRequested
        intended {
          ...Amount
        }
        cover {
          ...Amount
        }
        charged {
          ...Amount
        }
        given {
          ...Amount
        }
        giftCount
        startedAt
        stoppedAt
        stopReason
        failureCode
        failingSince
        nextChargeAt
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
  [amountFragment],
);

export type RecurringGiftDetails = NonNullable<ResultOf<typeof recurringGiftQuery>['manageRecurringGift']>;
export type RecurringGiftMonth = RecurringGiftDetails['gifts'][number];

export const stopRecurringGiftMutation = graphql(`
  mutation StopRecurringGiftByStaff($input: StopRecurringGiftByStaffInput!) {
    stopRecurringGiftByStaff(input: $input) {
      id
      status
    }
  }
`);
