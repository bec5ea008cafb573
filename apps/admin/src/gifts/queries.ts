import { graphql } from '@upstander/api-client';

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
