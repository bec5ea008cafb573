import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { isZero, Money } from '../parts/money/money';
import { Badge, type Tone } from '../parts/ui/status-badge';
import { moment } from '../parts/ui/when';
import { useWords } from '../words/words';
import { moneyText } from '@upstander/web-kit';
import classes from './disputes.module.css';
import type { DisputeRow } from './queries';

const tones: Record<string, Tone> = { won: 'good', needs_response: 'bad', warning_needs_response: 'bad', lost: 'warn' };

/** What the list says of a dispute. */
export function useDisputeColumns(): ReadonlyArray<Column<DisputeRow>> {
  const { t, locale } = useWords();
  const statuses: Record<string, string> = t.disputes.statuses;
  const reasons: Record<string, string> = t.disputes.reasons;
  return [
    {
      key: 'donor',
      header: t.disputes.donor,
      onCard: 'title',
      cell: (dispute) => (
        <>
          <Link to={`/donations/${dispute.giftId}`} data-cover>
            {dispute.donorName}
          </Link>
          <span className={cells.meta}>{dispute.campaignTitle}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t.disputes.status,
      cell: (dispute) => (
        <>
          <Badge tone={tones[dispute.status] ?? 'calm'}>{statuses[dispute.status] ?? t.disputes.otherStatus}</Badge>
          <span className={cells.meta}>{reasons[dispute.reason] ?? t.disputes.otherReason}</span>
        </>
      ),
    },
    {
      key: 'due',
      header: t.disputes.due,
      cell: (dispute) => (
        <>
          <Due dispute={dispute} />
          <a
            href={dispute.dashboardUrl}
            target="_blank"
            rel="noreferrer"
            className={cells.second}
            aria-label={(dispute.open ? t.disputes.answerOf : t.disputes.openAtStripeOf)({ name: dispute.donorName })}
          >
            {dispute.open ? t.disputes.answer : t.disputes.openAtStripe}
          </a>
        </>
      ),
    },
    {
      key: 'fee',
      header: t.disputes.fee,
      align: 'end',
      cell: (dispute) => (
        <>
          <Money value={dispute.fee} />
          {!isZero(dispute.feeReturned) && (
            <span className={cells.meta}>
              {t.disputes.feeReturned({ amount: moneyText(locale, dispute.feeReturned) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'amount',
      header: t.disputes.amount,
      align: 'end',
      onCard: 'corner',
      cell: (dispute) => <Money value={dispute.amount} strong />,
    },
  ];
}

function Due({ dispute }: { dispute: DisputeRow }) {
  const { t, locale } = useWords();
  const { open, closedAt, openedAt, evidenceDueAt } = dispute;
  if (!open && closedAt) return <>{t.disputes.closedAt({ when: moment(locale, closedAt) })}</>;
  if (!evidenceDueAt) return <>{t.disputes.openedAt({ when: moment(locale, openedAt) })}</>;
  const late = new Date(evidenceDueAt).getTime() < Date.now();
  return (
    <>
      {t.disputes.dueAt({ when: moment(locale, evidenceDueAt) })}{' '}
      {late && <span className={classes.late}>{t.disputes.overdue}</span>}
    </>
  );
}
