import { amountFragment, graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const plansQuery = graphql(`
  query Plans($filter: PlanFilter, $sort: PlanSort, $first: Int, $after: String) {
    plans(filter: $filter, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          campaignTitle
          status
          charged {
            amountMinor
            currency
          }
          given {
            amountMinor
            currency
          }
          giftCount
          nextChargeAt
          failingSince
          stopRequested
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

export type PlanRow = ResultOf<typeof plansQuery>['plans']['edges'][number]['node'];
export type PlansVariables = VariablesOf<typeof plansQuery>;

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
