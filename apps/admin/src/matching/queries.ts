import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

export const poolsQuery = graphql(
  `
    query MatchingPools {
      matchingPools {
        id
        campaignId
        campaignTitle
        timeZone
        sponsorName
        sponsorHidden
        ratioPercent
        cap {
          ...Amount
        }
        perGiftCap {
          ...Amount
        }
        matched {
          ...Amount
        }
        remaining {
          ...Amount
        }
        received {
          ...Amount
        }
        outstanding {
          ...Amount
        }
        giftCount
        startsAt
        endsAt
        status
        payments {
          id
          amount {
            ...Amount
          }
          receivedOn
          reference
        }
      }
    }
  `,
  [amountFragment],
);

export type Pool = ResultOf<typeof poolsQuery>['matchingPools'][number];

export const matchableQuery = graphql(`
  query FundraisersToMatch {
    manageCampaigns(status: [LIVE, PAUSED], first: 100) {
      edges {
        node {
          id
          title
          currency
          timeZone
        }
      }
    }
  }
`);

export const createPoolMutation = graphql(`
  mutation CreateMatchingPool($input: CreateMatchingPoolInput!) {
    createMatchingPool(input: $input) {
      id
    }
  }
`);

export const updatePoolMutation = graphql(`
  mutation UpdateMatchingPool($input: UpdateMatchingPoolInput!) {
    updateMatchingPool(input: $input) {
      id
    }
  }
`);

export const closePoolMutation = graphql(`
  mutation CloseMatchingPool($input: CloseMatchingPoolInput!) {
    closeMatchingPool(input: $input) {
      id
    }
  }
`);

export const recordPaymentMutation = graphql(`
  mutation RecordSponsorPayment($input: RecordSponsorPaymentInput!) {
    recordSponsorPayment(input: $input) {
      id
    }
  }
`);
