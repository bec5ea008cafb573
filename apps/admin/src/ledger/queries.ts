import { graphql, type ResultOf } from '@upstander/api-client';

export const checkQuery = graphql(`
  query LedgerCheck {
    ledgerCheck {
      id
      at
      agrees
      isFull
      lastFullAt
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
  mutation RunLedgerCheck($full: Boolean!) {
    runLedgerCheck(full: $full) {
      id
    }
  }
`);
