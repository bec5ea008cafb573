import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

const RecurringGift = graphql(
  `
    fragment RecurringGift on MyRecurringGift @_unmask {
      id
      status
      intended {
        ...Amount
      }
      cover {
        ...Amount
      }
      charged {
        ...Amount
      }
      startedAt
      nextChargeAt
      failureMessage
      stopRequested
      campaignTitle
      timeZone
      campaignUrl
      gifts {
        id
        token
        status
        charged {
          ...Amount
        }
        paidAt
      }
    }
  `,
  [amountFragment],
);

export const MyRecurringGift = graphql(
  `
    query MyRecurringGift($token: String!) {
      myRecurringGift(token: $token) {
        ...RecurringGift
      }
    }
  `,
  [RecurringGift],
);
export type MyRecurringGiftData = NonNullable<ResultOf<typeof MyRecurringGift>['myRecurringGift']>;

export const ChangeRecurringGift = graphql(`
  mutation ChangeRecurringGift($input: ChangeRecurringGiftInput!) {
    changeRecurringGift(input: $input) {
      id
    }
  }
`);

export const StopRecurringGift = graphql(`
  mutation StopRecurringGift($input: StopRecurringGiftInput!) {
    stopRecurringGift(input: $input) {
      id
    }
  }
`);

export const RecurringGiftPortal = graphql(`
  mutation RecurringGiftPortal($input: RecurringGiftTokenInput!) {
    recurringGiftPortal(input: $input) {
      url
    }
  }
`);
