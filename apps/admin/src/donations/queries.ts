import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const giftsQuery = graphql(`
  query Gifts($filter: GiftFilter, $sort: GiftSort, $first: Int, $after: String) {
    gifts(filter: $filter, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          anonymous
          seesDonor
          campaignTitle
          status
          method
          frequency
          createdAt
          paidAt
          inKindDescription
          charged {
            amountMinor
            currency
          }
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

export const giftSumsQuery = graphql(`
  query GiftSums($filter: GiftFilter) {
    giftSums(filter: $filter) {
      count
      received {
        amountMinor
        currency
      }
      refunded {
        amountMinor
        currency
      }
      lost {
        amountMinor
        currency
      }
    }
  }
`);

export type GiftRow = ResultOf<typeof giftsQuery>['gifts']['edges'][number]['node'];
export type GiftsVariables = VariablesOf<typeof giftsQuery>;

export const campaignChoicesQuery = graphql(`
  query CampaignChoices {
    manageCampaigns(first: 100) {
      edges {
        node {
          id
          title
          currency
          timeZone
          status
        }
      }
    }
  }
`);

export const refundGiftMutation = graphql(`
  mutation RefundGift($input: RefundGiftInput!) {
    refundGift(input: $input) {
      refund {
        id
        status
      }
    }
  }
`);

export const refundRequestsQuery = graphql(`
  query RefundRequests {
    refundRequests {
      id
      giftId
      donorName
      campaignTitle
      status
      reason
      note
      requestedAt
      requestedBy
      requestedById
      amount {
        amountMinor
        currency
      }
    }
  }
`);

export type RefundRequest = ResultOf<typeof refundRequestsQuery>['refundRequests'][number];

export const approveRefundMutation = graphql(`
  mutation ApproveRefund($input: ApproveRefundInput!) {
    approveRefund(input: $input) {
      refund {
        id
        status
      }
    }
  }
`);

export const declineRefundMutation = graphql(`
  mutation DeclineRefund($input: DeclineRefundInput!) {
    declineRefund(input: $input) {
      refund {
        id
        status
      }
    }
  }
`);
