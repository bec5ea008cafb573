import { Button } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { ConfirmChange } from '../parts/ui/confirm';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { CheckIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { Money } from '../parts/money/money';
import { PageHeader } from '../parts/ui/page-header';
import { fullMoment } from '../parts/ui/when';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { DonationTabs } from './donation-tabs';
import { refundReason } from './refund-reason';
import { approveRefundMutation, declineRefundMutation, refundRequestsQuery, type RefundRequest } from './queries';

type Decision = { kind: 'approve' | 'decline'; refund: RefundRequest };

/** Refunds above the limit of one person, the oldest first. */
export function RefundRequests() {
  const { t } = useWords();
  const { data, error, refetch } = useRead(refundRequestsQuery, {});
  const [decision, setDecision] = useState<Decision | null>(null);
  const columns = useRefundColumns(setDecision);
  const rows = data?.refundRequests ?? [];
  return (
    <div>
      <PageHeader title={t.donations.decideTitle} lead={t.donations.decideLead} />
      <DonationTabs />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={t.donations.decideWhat} lines={4} />}
      {data && rows.length === 0 && (
        <Empty title={t.donations.noRefundsTitle} text={t.donations.noRefundsText} icon={<CheckIcon size={26} />} />
      )}
      {rows.length > 0 && (
        <DataTable label={t.donations.decideList} rows={rows} columns={columns} idOf={({ id }) => id} />
      )}
      {decision?.kind === 'approve' && <Approve refund={decision.refund} onClose={() => setDecision(null)} />}
      {decision?.kind === 'decline' && <Decline refund={decision.refund} onClose={() => setDecision(null)} />}
    </div>
  );
}

function useRefundColumns(onDecide: (decision: Decision) => void): ReadonlyArray<Column<RefundRequest>> {
  const { t, words, locale } = useWords();
  const me = useMe();
  return [
    {
      key: 'donor',
      header: t.donations.donor,
      onCard: 'title',
      cell: ({ giftId, donorName, campaignTitle }) => (
        <>
          <Link to={`/donations/${giftId}`}>{donorName}</Link>
          <span className={cells.longMeta}>{campaignTitle}</span>
        </>
      ),
    },
    {
      key: 'reason',
      header: t.donations.refundReason,
      cell: ({ reason, note }) => (
        <>
          {refundReason(words, reason)}
          {note && <span className={cells.longMeta}>{note}</span>}
        </>
      ),
    },
    {
      key: 'asked',
      header: t.donations.askedBy,
      cell: ({ requestedAt, requestedBy }) => (
        <>
          {requestedBy ?? t.donations.inDashboard}
          <span className={cells.longMeta}>{fullMoment(locale, requestedAt)}</span>
        </>
      ),
    },
    {
      key: 'amount',
      header: t.donations.amount,
      align: 'end',
      onCard: 'corner',
      cell: ({ amount }) => <Money value={amount} strong />,
    },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'foot',
      cell: (refund) => (
        <span className={cells.actions}>
          {refund.requestedById === me.id ? (
            <span className={cells.longMeta}>{t.money.ownRequest}</span>
          ) : (
            <Button
              size="xs"
              aria-label={t.donations.approveOf({ name: refund.donorName })}
              onClick={() => onDecide({ kind: 'approve', refund })}
            >
              {t.donations.approve}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            aria-label={t.donations.declineOf({ name: refund.donorName })}
            onClick={() => onDecide({ kind: 'decline', refund })}
          >
            {t.donations.decline}
          </Button>
        </span>
      ),
    },
  ];
}

function Approve({ refund, onClose }: { refund: RefundRequest; onClose: () => void }) {
  const { t, locale } = useWords();
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.donations.approveTitle({ amount: moneyText(locale, refund.amount), name: refund.donorName })}
      text={t.donations.approveText}
      submit={t.donations.approve}
      working={t.donations.approving}
      mutation={approveRefundMutation}
      variables={() => ({ input: { id: refund.id } })}
      done={t.donations.approved}
    />
  );
}

function Decline({ refund, onClose }: { refund: RefundRequest; onClose: () => void }) {
  const { t } = useWords();
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.donations.declineTitle}
      text={t.donations.declineText}
      reason={{ label: t.donations.declineNote, required: true }}
      submit={t.donations.decline}
      working={t.donations.declining}
      mutation={declineRefundMutation}
      variables={(note) => ({ input: { id: refund.id, note } })}
      done={t.donations.declined}
    />
  );
}
