import { graphql } from '@upstander/api-client';
import { List } from '../parts/lists/list';
import { BookIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';

const accountsQuery = graphql(`
  query LedgerAccounts($filter: LedgerAccountFilter) {
    ledgerAccounts(filter: $filter) {
      id
      kind
      ownerId
      ownerName
      currency
      normalSide
      postings
      balance {
        amountMinor
        currency
      }
    }
  }
`);

/** Counts of postings are capped at this number. */
const maxCounted = 1000;

export function Accounts() {
  const { labels } = useWords('ledger');
  return (
    <List
      name="accounts"
      document={accountsQuery}
      variables={{ filter: {} }}
      path="ledgerAccounts"
      labels={labels}
      emptyState={{ title: labels.noAccountsTitle, text: labels.noAccountsText, icon: <BookIcon size={26} /> }}
      columns={[
        {
          key: 'kind',
          header: labels.account,
          mobile: 'title',
          linkTo: ({ id }) => `/ledger/transactions?account=${id}`,
          render: ({ kind }) => labels.kinds[kind],
          secondary: ({ ownerId, ownerName }) => (ownerId === null ? labels.own : ownerName),
        },
        { key: 'normalSide', header: labels.side, render: ({ normalSide }) => labels.sides[normalSide] },
        {
          key: 'postings',
          header: labels.postings,
          align: 'end',
          render: ({ postings }) => (postings >= maxCounted ? labels.many({ count: maxCounted }) : postings),
        },
        { key: 'balance', header: labels.balance, mobile: 'corner' },
      ]}
    />
  );
}
