import { graphql } from '@upstander/api-client';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
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
      normal
      postings
      balance {
        amountMinor
        currency
      }
    }
  }
`);

/** The most that a count of postings says. */
const mostCounted = 1000;

/** Every account with its balance, in the order of the chart; each opens what happened on it. */
export function Accounts() {
  const { t } = useWords('ledger');
  const state = useSearchState();
  const say = t.ledger;
  return (
    <List
      name="accounts"
      document={accountsQuery}
      state={state}
      variables={{ filter: {} }}
      of="ledgerAccounts"
      label={say.list}
      what={say.what}
      none={{ title: say.noAccountsTitle, text: say.noAccountsText, icon: <BookIcon size={26} /> }}
      columns={[
        {
          key: 'kind',
          header: say.account,
          onCard: 'title',
          to: ({ id }) => `/ledger/transactions?account=${id}`,
          cell: ({ kind }) => say.kinds[kind],
          under: ({ ownerId, ownerName }) => (ownerId === null ? say.own : ownerName),
        },
        { key: 'normal', header: say.side, cell: ({ normal }) => say.sides[normal] },
        {
          key: 'postings',
          header: say.postings,
          align: 'end',
          cell: ({ postings }) => (postings >= mostCounted ? say.many({ count: mostCounted }) : postings),
        },
        { key: 'balance', header: say.balance, onCard: 'corner' },
      ]}
    />
  );
}
