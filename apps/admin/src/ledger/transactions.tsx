import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { BookIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { Postings } from '../parts/money/postings';
import { Reference } from '../parts/ui/reference';
import { SearchInput } from '../parts/lists/search-input';
import { useSearchState } from '../parts/lists/use-search-state';
import { fullMoment } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './ledger.module.css';
import { transactionsQuery, type TransactionRow } from './queries';
import { filterNames, variablesOf } from './transaction-filters';

/** What happened to money, the latest first, each with its debits and credits. */
export function Transactions() {
  const { t } = useWords();
  const state = useSearchState();
  const query = useRead(transactionsQuery, variablesOf(state.get));
  const columns = useTransactionColumns();
  const filtered = state.narrowed(filterNames);
  const one = state.get('account') ? t.ledger.onlyAccount : state.get('subject') && t.ledger.onlySubject;
  return (
    <>
      <div className={classes.filters} role="search">
        <div className={classes.search}>
          <SearchInput
            label={t.ledger.search}
            hint={t.ledger.searchHint}
            value={state.get('text')}
            onSearch={(text) => state.set({ text })}
          />
        </div>
        {one && (
          <Button variant="default" onClick={() => state.clear(['account', 'subject'])}>
            {one} · {t.ledger.showAll}
          </Button>
        )}
      </div>
      <List
        query={query}
        of={(data) => data.ledgerTransactions}
        columns={columns}
        label={t.ledger.transactionList}
        what={t.ledger.whatHappened}
        empty={
          filtered ? (
            <NoneFound words={t.ledger} state={state} names={filterNames} clear={t.ledger.showAll} />
          ) : (
            <Empty title={t.ledger.noneTitle} text={t.ledger.noneText} icon={<BookIcon size={26} />} />
          )
        }
      />
    </>
  );
}

function useTransactionColumns(): ReadonlyArray<Column<TransactionRow>> {
  const { t, locale } = useWords();
  const kinds: Record<string, string> = t.ledger.transactionKinds;
  return [
    {
      key: 'what',
      header: t.ledger.transaction,
      onCard: 'title',
      width: '34%',
      cell: ({ kind, externalRef, happenedAt, subjectId }) => (
        <>
          <Subject kind={kind} id={subjectId} name={kinds[kind] ?? t.ledger.otherKind} />
          <span className={cells.longMeta}>{fullMoment(locale, happenedAt)}</span>
          <Reference text={externalRef} />
        </>
      ),
    },
    {
      key: 'postings',
      header: `${t.ledger.debit} · ${t.ledger.credit}`,
      onCard: 'plain',
      cell: ({ postings }) => (
        <Postings
          postings={postings.map((posting) => ({
            ...posting,
            account: t.ledger.kinds[posting.kind],
            owner: posting.ownerName,
          }))}
        />
      ),
    },
  ];
}

/** What a transaction is called, leading to the gift or the payout that it is about. */
function Subject({ kind, id, name }: { kind: string; id: string | null; name: string }) {
  if (!id) return name;
  if (/^payout/.test(kind)) return <Link to={`/reconciliation/payouts/${id}`}>{name}</Link>;
  const isGift = /^(charge|fee|refund|dispute|offline-gift|match)/.test(kind);
  return isGift ? <Link to={`/donations/${id}`}>{name}</Link> : name;
}
