import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const accountsQuery = graphql(`
  query LedgerAccounts($filter: LedgerAccountFilter) {
    ledgerAccounts(filter: $filter) {
      id
      kind
      ownerId
      ownerName
      currency
      normal
      postings
      balance {
        amountMinor
        currency
      }
    }
  }
`);

export type AccountRow = ResultOf<typeof accountsQuery>['ledgerAccounts'][number];

export const transactionsQuery = graphql(`
  query LedgerTransactions($filter: LedgerTransactionFilter, $first: Int, $after: String) {
    ledgerTransactions(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          externalRef
          happenedAt
          subjectId
          postings {
            accountId
            kind
            ownerName
            debit {
              amountMinor
              currency
            }
            credit {
              amountMinor
              currency
            }
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

export type TransactionRow = ResultOf<typeof transactionsQuery>['ledgerTransactions']['edges'][number]['node'];
export type TransactionsVariables = VariablesOf<typeof transactionsQuery>;

export const checkQuery = graphql(`
  query LedgerCheck {
    ledgerCheck {
      id
      at
      agrees
      seconds
      gifts
      postings
      transactions
      balanceTransactions
      findings {
        kind
        count
      }
    }
  }
`);

export type LedgerCheckData = NonNullable<ResultOf<typeof checkQuery>['ledgerCheck']>;

export const runCheckMutation = graphql(`
  mutation RunLedgerCheck {
    runLedgerCheck {
      id
      agrees
    }
  }
`);
