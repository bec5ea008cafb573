import { Link } from 'react-router';
import { graphql } from '@upstander/api-client';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { Postings } from '../parts/money/postings';
import { BookIcon } from '../parts/ui/icons';
import { Reference } from '../parts/ui/reference';
import { formatDateTime } from '../parts/ui/when';
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
  const { t, locale } = useWords('ledger');
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
      csv="/exports/ledger.csv?bom=1"
      saySum={say.sum}
      none={{ title: say.noneTitle, text: say.noneText, icon: <BookIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'what',
          header: say.transaction,
          onCard: 'title',
          width: '34%',
          cell: ({ kind, subjectId }) => <Subject kind={kind} id={subjectId} name={kinds[kind] ?? say.otherKind} />,
          under: ({ happenedAt, externalRef }) => [
            formatDateTime(locale, happenedAt),
            externalRef && <Reference text={externalRef} />,
          ],
        },
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

/** What a transaction is called, leading to the gift or the payout that it is about. */
function Subject({ kind, id, name }: { kind: string; id: string | null; name: string }) {
  if (!id) return name;
  if (/^payout/.test(kind)) return <Link to={`/reconciliation/payouts/${id}`}>{name}</Link>;
  const isGift = /^(charge|fee|refund|dispute|offline-gift|match)/.test(kind);
  return isGift ? <Link to={`/donations/${id}`}>{name}</Link> : name;
}
