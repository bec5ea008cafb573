import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

export const disputesQuery = graphql(
  `
    query Disputes($open: Boolean, $first: Int, $after: String) {
      disputes(open: $open, first: $first, after: $after) {
        edges {
          node {
            id
            giftId
            donorName
            campaignTitle
            amount {
              ...Amount
            }
            fee {
              ...Amount
            }
            feeReturned {
              ...Amount
            }
            reason
            status
            open
            evidenceDueAt
            dashboardUrl
            openedAt
            closedAt
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
  `,
  [amountFragment],
);

export type DisputeRow = ResultOf<typeof disputesQuery>['disputes']['edges'][number]['node'];

export const fraudWarningsQuery = graphql(`
  query FraudWarnings($open: Boolean) {
    fraudWarnings(open: $open) {
      id
      giftId
      donorName
      campaignTitle
      amount {
        amountMinor
        currency
      }
      fraudType
      warnedAt
      handledAt
      handledBy
      handledNote
    }
  }
`);

export type FraudWarningRow = ResultOf<typeof fraudWarningsQuery>['fraudWarnings'][number];

export const handleFraudWarningMutation = graphql(`
  mutation HandleFraudWarning($input: HandleFraudWarningInput!) {
    handleFraudWarning(input: $input) {
      id
      handledAt
      handledBy
      handledNote
    }
  }
`);
