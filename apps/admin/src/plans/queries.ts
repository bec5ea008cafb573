import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

export const planQuery = graphql(
  `
    query Plan($id: ID!) {
      managePlan(id: $id) {
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

export type PlanDetails = NonNullable<ResultOf<typeof planQuery>['managePlan']>;
export type PlanMonth = PlanDetails['gifts'][number];

export const stopPlanMutation = graphql(`
  mutation StopPlanByStaff($input: StopPlanByStaffInput!) {
    stopPlanByStaff(input: $input) {
      id
      status
    }
  }
`);
