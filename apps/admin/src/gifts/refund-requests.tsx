import { useState } from 'react';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { CheckIcon } from '../parts/ui/icons';
import { RowButton } from '../parts/ui/row-button';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { GiftTabs } from './gift-tabs';
import { RefundDecision, refundRequestsQuery, type Refund } from './refund-decision';
import { refundReason } from './refund-reason';

/** Refunds above the limit for one person, oldest first. */
export function RefundRequests() {
  const { t, labels, words } = useWords('gifts', 'money');
  const me = useMe();
  const [decision, setDecision] = useState<{ action: 'approve' | 'decline'; refund: Refund } | null>(null);
  return (
    <ListPage
      name="refunds"
      labels={{ title: labels.decideTitle, lead: labels.decideLead, list: labels.decideList, what: labels.decideWhat }}
      header={<GiftTabs />}
      document={refundRequestsQuery}
      variables={{}}
      path="refundRequests"
      amountOf={({ amount }) => amount}
      emptyState={{ title: t.common.caughtUp, text: labels.noRefundsText, icon: <CheckIcon size={26} /> }}
      columns={[
        {
          key: 'donorName',
          header: t.common.donor,
          linkTo: ({ giftId }) => `/gifts/${giftId}`,
          secondary: ({ campaignTitle }) => campaignTitle,
        },
        {
          key: 'reason',
          header: t.common.reason,
          render: ({ reason }) => refundReason(words, reason),
          secondary: ({ note }) => note,
        },
        {
          key: 'requestedBy',
          header: labels.askedBy,
          render: ({ requestedBy }) => requestedBy ?? labels.inDashboard,
          secondary: ({ requestedAt }) => <ListTime at={requestedAt} />,
        },
        { key: 'amount', header: t.common.amount, mobile: 'corner' },
      ]}
      rowActions={(refund) => (
        <>
          {refund.requestedById === me.id ? (
            <span className={cells.longMeta}>{t.money.ownRequest}</span>
          ) : (
            <RowButton
              label={t.common.approve}
              ariaLabel={labels.approveOf({ name: refund.donorName })}
              variant="filled"
              onClick={() => setDecision({ action: 'approve', refund })}
            />
          )}
          <RowButton
            label={t.common.decline}
            ariaLabel={labels.declineOf({ name: refund.donorName })}
            onClick={() => setDecision({ action: 'decline', refund })}
          />
        </>
      )}
    >
      {decision && <RefundDecision {...decision} onClose={() => setDecision(null)} />}
    </ListPage>
  );
}
