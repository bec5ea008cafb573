import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useChange } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Money } from '../parts/money/money';
import { StatusBadge } from '../parts/ui/status-badge';
import { moment } from '../parts/ui/when';
import { useWords } from '../words/words';
import { resendReceiptMutation, type ReceiptRow } from './queries';

/** What the list says of a receipt. */
export function useReceiptColumns(): ReadonlyArray<Column<ReceiptRow>> {
  const { t, words, locale } = useWords();
  return [
    {
      key: 'number',
      header: t.receipts.number,
      onCard: 'title',
      cell: ({ number, replacesNumber }) => (
        <>
          {t.receipts.numbered({ number })}
          {replacesNumber && <span className={cells.meta}>{t.receipts.replaces({ number: replacesNumber })}</span>}
        </>
      ),
    },
    {
      key: 'donor',
      header: t.receipts.donor,
      cell: ({ donorName, giftId, campaignTitle }) => (
        <>
          <Link to={`/donations/${giftId}`}>{donorName}</Link>
          <span className={cells.meta}>{campaignTitle}</span>
        </>
      ),
    },
    { key: 'issued', header: t.receipts.issued, cell: ({ issuedAt }) => moment(locale, issuedAt) },
    {
      key: 'status',
      header: t.receipts.status,
      cell: ({ status, replacedByNumber, voidReason }) => (
        <>
          <StatusBadge kind="receiptStatus" status={status} />
          {status === 'VOID' && (
            <span className={cells.meta}>
              {replacedByNumber
                ? t.receipts.replacedBy({ number: replacedByNumber })
                : voidReason && words.enums.voidReason[voidReason]}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'amount',
      header: t.receipts.amount,
      align: 'end',
      onCard: 'corner',
      cell: ({ amount }) => (amount ? <Money value={amount} strong /> : t.receipts.inKind),
    },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'foot',
      cell: (receipt) => <Actions receipt={receipt} />,
    },
  ];
}

function Actions({ receipt: { id, number, pdfUrl, status } }: { receipt: ReceiptRow }) {
  const { t } = useWords();
  const resend = useChange(resendReceiptMutation, { success: () => t.receipts.resent({ number }) });
  return (
    <span className={cells.actions}>
      <Button
        component="a"
        href={pdfUrl}
        target="_blank"
        rel="noopener"
        variant="default"
        size="xs"
        aria-label={t.receipts.pdfOf({ number })}
      >
        {t.receipts.pdf}
      </Button>
      {status === 'VALID' && (
        <Button
          variant="default"
          size="xs"
          aria-label={t.receipts.resendOf({ number })}
          aria-disabled={resend.isPending}
          onClick={() => resend.isPending || resend.mutate({ input: { receiptId: id } })}
        >
          {t.receipts.resend}
        </Button>
      )}
    </span>
  );
}
