import { VisuallyHidden } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListTime, type Column } from '../parts/lists/column';
import { useIsNarrow } from '../parts/lists/data-table';
import { exportAddress } from '../parts/lists/export-address';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { Money } from '../parts/money/money';
import { Postings } from '../parts/money/postings';
import { BookIcon } from '../parts/ui/icons';
import { Reference } from '../parts/ui/reference';
import { useWords } from '../words/words';
import classes from './ledger.module.css';

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
          balance {
            amountMinor
            currency
          }
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
  const { t, labels } = useWords('ledger');
  const state = useSearchState();
  const kinds: Record<string, string> = labels.transactionKinds;
  const kind = state.oneOf('kind', kinds);
  const accountId = state.text('account');
  const isNarrow = useIsNarrow();
  const cardPostings: Column<Transaction> = {
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
  };
  const registerColumns: ReadonlyArray<Column<Transaction>> = [
    {
      key: 'account',
      header: labels.account,
      render: ({ postings: [posting] }) =>
        posting && <span className={posting.credit ? classes.credited : undefined}>{labels.kinds[posting.kind]}</span>,
      secondary: ({ postings: [posting] }) => posting?.ownerName,
    },
    {
      key: 'debit',
      header: labels.debit,
      align: 'end',
      render: ({ postings: [posting] }) => posting?.debit && <Money value={posting.debit} />,
    },
    {
      key: 'credit',
      header: labels.credit,
      align: 'end',
      render: ({ postings: [posting] }) => posting?.credit && <Money value={posting.credit} />,
    },
  ];
  const [, debit, credit] = registerColumns;
  const accountColumns: ReadonlyArray<Column<Transaction>> = [
    {
      key: 'otherAccounts',
      header: labels.otherAccounts,
      render: ({ postings: [, ...others] }) =>
        [...new Set(others.map(({ kind: other }) => labels.kinds[other]))].join(', '),
    },
    ...[debit, credit].filter((column) => column !== undefined),
  ];
  const balance: Column<Transaction> = {
    key: 'balance',
    header: labels.balance,
    align: 'end',
    mobile: 'corner',
    render: (row) => !isContinued(row) && row.balance && <Money value={row.balance} />,
  };
  return (
    <List
      name="transactions"
      document={transactionsQuery}
      variables={{
        filter: {
          text: state.text(),
          accountId,
          subjectId: state.text('subject'),
          kind: kind ? [kind] : undefined,
          from: state.startOf('from'),
          to: state.startOf('until', 1),
        },
      }}
      first={30}
      path="ledgerTransactions"
      labels={{ ...labels, list: labels.transactionList, what: labels.whatHappened }}
      search={{ label: labels.search, hint: labels.searchHint }}
      filters={[
        { name: 'kind', label: labels.transaction, options: kinds },
        { name: 'from', label: t.common.from, type: 'day' },
        { name: 'until', label: t.common.until, type: 'day' },
      ]}
      restrictedTo={[
        { name: 'account', label: labels.onlyAccount, clearLabel: t.common.showEverything },
        { name: 'subject', label: labels.onlySubject, clearLabel: t.common.showEverything },
      ]}
      csv={exportAddress('ledger')}
      sumLabel={labels.sum}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <BookIcon size={26} /> }}
      toRows={isNarrow ? undefined : accountId === undefined ? linesOf : linesOn(accountId)}
      columns={[
        {
          key: 'happenedAt',
          header: t.common.when,
          mobile: 'plain',
          render: (row) => (isContinued(row) ? <span data-continued /> : <ListTime at={row.happenedAt} />),
        },
        {
          key: 'what',
          header: labels.transaction,
          mobile: 'title',
          linkTo: (row) => (isContinued(row) ? null : pageOf(row)),
          render: (row) => {
            const kind = kinds[row.kind] ?? labels.otherKind;
            return isContinued(row) ? <VisuallyHidden>{kind}</VisuallyHidden> : kind;
          },
          secondary: (row) => !isContinued(row) && row.externalRef && <Reference text={row.externalRef} />,
        },
        ...(isNarrow ? [cardPostings] : accountId === undefined ? registerColumns : accountColumns),
        ...(accountId === undefined ? [] : [balance]),
      ]}
    />
  );
}

type Transaction = ResultOf<typeof transactionsQuery>['ledgerTransactions']['edges'][number]['node'];

/** One row per posting. Only the first one shows the transaction. */
function linesOf(transaction: Transaction): Transaction[] {
  return transaction.postings.map((posting, at) => ({
    ...transaction,
    id: at === 0 ? transaction.id : `${transaction.id}/${at}`,
    postings: [posting],
  }));
}

/** One row per posting on the account, followed by the postings on other accounts. */
function linesOn(accountId: string): (transaction: Transaction) => Transaction[] {
  return (transaction) => {
    const others = transaction.postings.filter((posting) => posting.accountId !== accountId);
    return transaction.postings
      .filter((posting) => posting.accountId === accountId)
      .map((posting, at) => ({
        ...transaction,
        id: at === 0 ? transaction.id : `${transaction.id}/${at}`,
        postings: [posting, ...others],
      }));
  };
}

const isContinued = ({ id }: Transaction) => id.includes('/');

function pageOf({ kind, subjectId }: { kind: string; subjectId: string | null }): string | null {
  if (!subjectId) return null;
  if (/^payout/.test(kind)) return `/reconciliation/payouts/${subjectId}`;
  return /^(charge|fee|refund|dispute|offline-gift|match)/.test(kind) ? `/gifts/${subjectId}` : null;
}
