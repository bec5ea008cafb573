import cells from '../parts/lists/cells.module.css';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Postings } from '../parts/money/postings';
import { Reference } from '../parts/ui/reference';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { keyOf } from './code-key';
import type { GiftDetails } from './gift-query';

type Entry = GiftDetails['ledger'][number];

export function GiftLedger({ entries }: { entries: readonly Entry[] }) {
  const { t, locale } = useWords('gifts', 'ledger');
  const kinds: Record<string, string> = t.ledger.transactionKinds;
  const accounts: Record<string, string> = t.ledger.kinds;
  const columns: ReadonlyArray<Column<Entry>> = [
    {
      key: 'what',
      header: t.ledger.transaction,
      mobile: 'title',
      render: ({ kind, happenedAt, externalRef }) => (
        <>
          {kinds[kind] ?? t.ledger.otherKind}
          <span className={cells.longMeta}>{formatDateTime(locale, happenedAt)}</span>
          <Reference text={externalRef} />
        </>
      ),
    },
    {
      key: 'postings',
      header: `${t.ledger.debit} · ${t.ledger.credit}`,
      mobile: 'plain',
      render: ({ postings }) => (
        <Postings
          postings={postings.map((posting) => ({
            ...posting,
            account: accounts[keyOf(posting.account)] ?? t.ledger.otherAccount,
          }))}
        />
      ),
    },
  ];
  return <DataTable label={t.gifts.ledger} rows={entries} columns={columns} idOf={({ id }) => id} />;
}
