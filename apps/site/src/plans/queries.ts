import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

const Plan = graphql(
  `
    fragment Plan on MyPlan @_unmask {
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
      failureWords
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

export const MyPlan = graphql(
  `
    query MyPlan($token: String!) {
      myPlan(token: $token) {
        ...Plan
      }
    }
  `,
  [Plan],
);
export type MyPlanData = NonNullable<ResultOf<typeof MyPlan>['myPlan']>;

export const ChangePlan = graphql(`
  mutation ChangePlan($input: ChangePlanInput!) {
    changePlan(input: $input) {
      id
    }
  }
`);

export const StopPlan = graphql(`
  mutation StopPlan($input: StopPlanInput!) {
    stopPlan(input: $input) {
      id
    }
  }
`);

export const PlanPortal = graphql(`
  mutation PlanPortal($input: PlanTokenInput!) {
    planPortal(input: $input) {
      url
    }
  }
`);
