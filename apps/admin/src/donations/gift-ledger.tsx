import { DataTable, type Column } from '../parts/data-table';
import { Money } from '../parts/money';
import { fullMoment } from '../parts/when';
import { useWords } from '../words/words';
import classes from './donations.module.css';
import type { GiftDetails } from './gift-query';

type Entry = GiftDetails['ledger'][number];
type Line = Entry['postings'][number] & { id: string; entry: Entry; first: boolean };

/** Every posting about a gift, debit and credit in columns of their own. */
export function GiftLedger({ entries }: { entries: readonly Entry[] }) {
  const { t, locale } = useWords();
  const kinds: Record<string, string> = t.ledger.transactionKinds;
  const accounts: Record<string, string> = t.ledger.kinds;
  const nameOf = (account: string) => accounts[account.toUpperCase().replaceAll('-', '_')] ?? account;
  const lines = entries.flatMap((entry) =>
    entry.postings.map((posting, n): Line => ({ ...posting, id: `${entry.id}/${n}`, entry, first: n === 0 })),
  );
  const columns: ReadonlyArray<Column<Line>> = [
    {
      key: 'what',
      header: t.ledger.transaction,
      cell: ({ entry, first }) =>
        first ? (
          <>
            {kinds[entry.kind] ?? entry.kind}
            <span className={classes.meta}>{fullMoment(locale, entry.happenedAt)}</span>
            <span className={classes.meta}>{entry.externalRef}</span>
          </>
        ) : null,
    },
    { key: 'account', header: t.donations.account, onCard: 'title', cell: ({ account }) => nameOf(account) },
    {
      key: 'debit',
      header: t.donations.debit,
      align: 'end',
      cell: ({ debit }) => (debit ? <Money value={debit} /> : null),
    },
    {
      key: 'credit',
      header: t.donations.credit,
      align: 'end',
      cell: ({ credit }) => (credit ? <Money value={credit} /> : null),
    },
  ];
  return <DataTable label={t.donations.ledger} rows={lines} columns={columns} idOf={({ id }) => id} />;
}
