import { Button, Group } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Money } from '../parts/money/money';
import { StatusBadge } from '../parts/ui/status-badge';
import { calendarDay, moment } from '../parts/ui/when';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import type { Deciding } from './decide-dialogs';
import classes from './disbursements.module.css';
import type { Disbursement } from './queries';

export function useDisbursementColumns(onDecide: (deciding: Deciding) => void): ReadonlyArray<Column<Disbursement>> {
  const { t, locale } = useWords();
  const words = t.disbursements;
  return [
    {
      key: 'to',
      header: words.to,
      onCard: 'title',
      width: '21%',
      cell: (row) => (
        <>
          <strong>{row.beneficiaryName}</strong>
          <span className={cells.meta}>
            <Link to={`/fundraisers/${row.campaignId}`}>{row.campaignTitle}</Link>
          </span>
        </>
      ),
    },
    {
      key: 'paid',
      header: words.paidOn,
      cell: (row) => (
        <>
          <span className={classes.day}>{calendarDay(locale, row.paidOn)}</span>
          {row.reference && <span className={cells.meta}>{row.reference}</span>}
        </>
      ),
    },
    {
      key: 'proof',
      header: words.proof,
      cell: (row) =>
        row.evidenceUrl ? (
          <>
            <a href={row.evidenceUrl} className={classes.day}>
              {words.openProof}
            </a>
            {row.evidenceAddedBy && row.evidenceAddedAt && (
              <span className={cells.meta}>
                {words.evidenceAddedBy({ name: row.evidenceAddedBy, when: moment(locale, row.evidenceAddedAt) })}
              </span>
            )}
          </>
        ) : (
          <>
            <span className={classes.soft}>{words.noProof}</span>
            {row.status !== 'REFUSED' && (
              <Button
                size="compact-sm"
                variant="subtle"
                px={0}
                className={cells.second}
                aria-label={words.addEvidenceFor({ amount: moneyText(locale, row.amount), who: row.beneficiaryName })}
                onClick={() => onDecide({ how: 'proof', row })}
              >
                {words.addEvidence}
              </Button>
            )}
          </>
        ),
    },
    {
      key: 'recorded',
      header: words.recordedBy,
      width: '15%',
      cell: (row) => (
        <>
          {row.recordedBy}
          <span className={cells.meta}>{moment(locale, row.recordedAt)}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t.money.status,
      onCard: 'foot',
      width: '21%',
      cell: (row) => <State row={row} onDecide={onDecide} />,
    },
    {
      key: 'amount',
      header: words.amount,
      align: 'end',
      onCard: 'corner',
      cell: (row) => <Money value={row.amount} strong />,
    },
  ];
}

function State({ row, onDecide }: { row: Disbursement; onDecide: (deciding: Deciding) => void }) {
  const { t, locale } = useWords();
  const words = t.disbursements;
  const me = useMe();
  if (row.status === 'PROPOSED' && row.recordedById !== me.id) {
    const amount = moneyText(locale, row.amount);
    return (
      <Group gap={6} wrap="nowrap">
        <Button
          size="xs"
          aria-label={words.approveFor({ amount, who: row.beneficiaryName })}
          onClick={() => onDecide({ how: 'approve', row })}
        >
          {words.approve}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={words.refuseFor({ amount, who: row.beneficiaryName })}
          onClick={() => onDecide({ how: 'refuse', row })}
        >
          {words.refuse}
        </Button>
      </Group>
    );
  }
  return (
    <>
      <StatusBadge kind="disbursementStatus" status={row.status} />
      {row.status === 'PROPOSED' && <span className={cells.meta}>{t.money.ownRequest}</span>}
      {row.refusalNote && <span className={cells.meta}>{row.refusalNote}</span>}
      {row.decidedBy && row.decidedAt && (
        <span className={cells.meta}>
          {words.decidedBy({ name: row.decidedBy, when: moment(locale, row.decidedAt) })}
        </span>
      )}
    </>
  );
}
