import { graphql, type ResultOf } from '@upstander/api-client';

export const giftImportRow = graphql(`
  fragment GiftImportRow on GiftImport @_unmask {
    id
    fileName
    status
    rowsTotal
    rowsValid
    rowsExisting
    rowsRefused
    rowsImported
  }
`);

export const recordOfflineGiftMutation = graphql(`
  mutation RecordOfflineGift($input: RecordOfflineGiftInput!) {
    recordOfflineGift(input: $input) {
      id
    }
  }
`);

export const recordPledgeMutation = graphql(`
  mutation RecordPledge($input: RecordPledgeInput!) {
    recordPledge(input: $input) {
      id
    }
  }
`);

export const cashQuery = graphql(`
  query CashInHand {
    cashInHand {
      amountMinor
      currency
    }
  }
`);

export const recordDepositMutation = graphql(`
  mutation RecordDeposit($input: RecordDepositInput!) {
    recordDeposit(input: $input) {
      id
    }
  }
`);

export const importQuery = graphql(
  `
    query GiftImport($id: ID!) {
      giftImport(id: $id) {
        ...GiftImportRow
        problem
        missingColumns
        rowsRead
        refusals {
          row
          column
          problem
        }
        preview {
          row
          externalRef
          campaign
          name
          method
          amount
          receivedOn
        }
      }
    }
  `,
  [giftImportRow],
);

export type ImportDetails = NonNullable<ResultOf<typeof importQuery>['giftImport']>;

export const runImportMutation = graphql(`
  mutation RunGiftImport($input: RunGiftImportInput!) {
    runGiftImport(input: $input) {
      id
    }
  }
`);

export const pledgesQuery = graphql(`
  query Pledges($campaignId: ID, $status: [PledgeStatus!], $first: Int, $after: String) {
    pledges(campaignId: $campaignId, status: $status, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          campaignId
          campaignTitle
          dueOn
          overdue
          status
          note
          giftId
          amount {
            amountMinor
            currency
          }
          amountGiven {
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
      sums {
        amount {
          amountMinor
          currency
        }
      }
    }
  }
`);
