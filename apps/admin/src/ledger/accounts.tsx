import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { BookIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { Money } from '../parts/money/money';
import { useWords } from '../words/words';
import { accountsQuery, type AccountRow } from './queries';

/** The most that a count of postings says. */
const mostCounted = 1000;

/** Every account with its balance, in the order of the chart; each opens what happened on it. */
export function Accounts() {
  const { t } = useWords();
  const { data, error, refetch } = useRead(accountsQuery, { filter: {} });
  const columns = useAccountColumns();
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what={t.ledger.what} lines={8} />;
  if (data.ledgerAccounts.length === 0) {
    return <Empty title={t.ledger.noAccountsTitle} text={t.ledger.noAccountsText} icon={<BookIcon size={26} />} />;
  }
  return <DataTable label={t.ledger.list} rows={data.ledgerAccounts} columns={columns} idOf={({ id }) => id} />;
}

function useAccountColumns(): ReadonlyArray<Column<AccountRow>> {
  const { t } = useWords();
  return [
    {
      key: 'account',
      header: t.ledger.account,
      onCard: 'title',
      cell: ({ id, kind, ownerId, ownerName }) => (
        <>
          <Link to={`/ledger/transactions?account=${id}`} data-cover>
            {t.ledger.kinds[kind]}
          </Link>
          <span className={cells.longMeta}>{ownerId === null ? t.ledger.own : ownerName}</span>
        </>
      ),
    },
    { key: 'side', header: t.ledger.side, cell: ({ normal }) => t.ledger.sides[normal] },
    {
      key: 'postings',
      header: t.ledger.postings,
      align: 'end',
      cell: ({ postings }) => (postings >= mostCounted ? t.ledger.many({ count: mostCounted }) : postings),
    },
    {
      key: 'balance',
      header: t.ledger.balance,
      align: 'end',
      onCard: 'corner',
      cell: ({ balance }) => <Money value={balance} strong />,
    },
  ];
}
