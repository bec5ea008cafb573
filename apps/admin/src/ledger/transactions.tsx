import { graphql } from '@upstander/api-client';
import { exportAddress } from '../parts/lists/export-address';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { Postings } from '../parts/money/postings';
import { BookIcon } from '../parts/ui/icons';
import { Reference } from '../parts/ui/reference';
import { useWords } from '../words/words';

const transactionsQuery = graphql(`
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
      sums {
        amount {
          amountMinor
          currency
        }
      }
    }
  }
`);

export function Transactions() {
  const { t } = useWords('ledger');
  const state = useSearchState();
  const labels = t.ledger;
  const kinds: Record<string, string> = labels.transactionKinds;
  return (
    <List
      name="transactions"
      document={transactionsQuery}
      state={state}
      variables={{
        filter: { text: state.text(), accountId: state.text('account'), subjectId: state.text('subject') },
      }}
      first={30}
      path="ledgerTransactions"
      label={labels.transactionList}
      noun={labels.whatHappened}
      search={{ label: labels.search, hint: labels.searchHint }}
      restrictedTo={[
        { name: 'account', label: labels.onlyAccount, clearLabel: labels.showAll },
        { name: 'subject', label: labels.onlySubject, clearLabel: labels.showAll },
      ]}
      csv={exportAddress('ledger')}
      sumLabel={labels.sum}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <BookIcon size={26} /> }}
      noMatches={labels}
      columns={[
        {
          key: 'what',
          header: labels.transaction,
          linkTo: pageOf,
          render: ({ kind }) => kinds[kind] ?? labels.otherKind,
          secondary: ({ externalRef }) => externalRef && <Reference text={externalRef} />,
        },
        { key: 'happenedAt', header: labels.when },
        {
          key: 'postings',
          header: `${labels.debit} · ${labels.credit}`,
          mobile: 'plain',
          render: ({ postings }) => (
            <Postings
              postings={postings.map((posting) => ({
                ...posting,
                account: labels.kinds[posting.kind],
                owner: posting.ownerName,
              }))}
            />
          ),
        },
      ]}
    />
  );
}

function pageOf({ kind, subjectId }: { kind: string; subjectId: string | null }): string | null {
  if (!subjectId) return null;
  if (/^payout/.test(kind)) return `/reconciliation/payouts/${subjectId}`;
  return /^(charge|fee|refund|dispute|offline-gift|match)/.test(kind) ? `/gifts/${subjectId}` : null;
}
