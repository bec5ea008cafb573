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

/** What happened to money, the latest first, each with its debits and credits. */
export function Transactions() {
  const { t } = useWords('ledger');
  const state = useSearchState();
  const say = t.ledger;
  const kinds: Record<string, string> = say.transactionKinds;
  return (
    <List
      name="transactions"
      document={transactionsQuery}
      state={state}
      variables={{
        filter: { text: state.text(), accountId: state.text('account'), subjectId: state.text('subject') },
      }}
      first={30}
      of="ledgerTransactions"
      label={say.transactionList}
      what={say.whatHappened}
      search={{ label: say.search, hint: say.searchHint }}
      only={[
        { name: 'account', said: say.onlyAccount, end: say.showAll },
        { name: 'subject', said: say.onlySubject, end: say.showAll },
      ]}
      csv={exportAddress('ledger')}
      saySum={say.sum}
      none={{ title: say.noneTitle, text: say.noneText, icon: <BookIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'what',
          header: say.transaction,
          width: '28%',
          to: pageOf,
          cell: ({ kind }) => kinds[kind] ?? say.otherKind,
          under: ({ externalRef }) => externalRef && <Reference text={externalRef} />,
        },
        { key: 'happenedAt', header: say.when },
        {
          key: 'postings',
          header: `${say.debit} · ${say.credit}`,
          onCard: 'plain',
          cell: ({ postings }) => (
            <Postings
              postings={postings.map((posting) => ({
                ...posting,
                account: say.kinds[posting.kind],
                owner: posting.ownerName,
              }))}
            />
          ),
        },
      ]}
    />
  );
}

/** The page of the gift or the payout that a transaction is about. */
function pageOf({ kind, subjectId }: { kind: string; subjectId: string | null }): string | null {
  if (!subjectId) return null;
  if (/^payout/.test(kind)) return `/reconciliation/payouts/${subjectId}`;
  return /^(charge|fee|refund|dispute|offline-gift|match)/.test(kind) ? `/gifts/${subjectId}` : null;
}
