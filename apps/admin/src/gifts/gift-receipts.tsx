import cells from '../parts/lists/cells.module.css';
import { DataTable, type Column } from '../parts/lists/data-table';
import { isZero, Money } from '../parts/money/money';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './gifts.module.css';
import type { GiftDetails } from './gift-query';

type Receipt = GiftDetails['receipts'][number];

export function GiftReceipts({ receipts }: { receipts: readonly Receipt[] }) {
  const { t, words, locale } = useWords('gifts', 'receipts');
  const columns: ReadonlyArray<Column<Receipt>> = [
    {
      key: 'number',
      header: t.receipts.number,
      mobile: 'title',
      render: (receipt) => (
        <>
          <a href={receipt.pdfUrl} target="_blank" rel="noopener" className={receipt.void ? classes.void : undefined}>
            {t.shared.receiptNumber({ number: receipt.number })}
          </a>
          {receipt.void && (
            <span className={cells.longMeta}>
              {[t.gifts.receiptVoid, receipt.voidReason && words.enums.voidReason[receipt.voidReason]]
                .filter(Boolean)
                .join(': ')}
            </span>
          )}
        </>
      ),
    },
    { key: 'issued', header: t.receipts.issued, render: ({ issuedAt }) => formatDateTime(locale, issuedAt) },
    {
      key: 'amount',
      header: t.common.amount,
      align: 'end',
      mobile: 'corner',
      render: ({ amount }) => (isZero(amount) ? t.receipts.inKind : <Money value={amount} isStrong />),
    },
  ];
  return <DataTable label={t.gifts.receipts} rows={receipts} columns={columns} idOf={({ id }) => id} />;
}
