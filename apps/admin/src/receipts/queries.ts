import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const receiptsQuery = graphql(`
  query Receipts($filter: ReceiptFilter, $first: Int, $after: String) {
    receipts(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          donorName
          campaignTitle
          giftId
          issuedAt
          status
          voidReason
          replacesNumber
          replacedByNumber
          pdfUrl
          amount {
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

export type ReceiptRow = ResultOf<typeof receiptsQuery>['receipts']['edges'][number]['node'];
export type ReceiptsVariables = VariablesOf<typeof receiptsQuery>;

export const resendReceiptMutation = graphql(`
  mutation ResendReceipt($input: ResendReceiptInput!) {
    resendReceipt(input: $input) {
      ok
    }
  }
`);

export const ownNumberQuery = graphql(`
  query OwnNumber {
    beneficiaries {
      id
      kind
      registrationNumber
    }
  }
`);
