import { graphql, type VariablesOf } from '@upstander/api-client';

export const campaignChoicesQuery = graphql(`
  query CampaignChoices($status: [CampaignStatus!]) {
    manageCampaigns(status: $status, first: 100) {
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

export const takingGifts: VariablesOf<typeof campaignChoicesQuery> = { status: ['LIVE', 'PAUSED', 'ENDED'] };

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
