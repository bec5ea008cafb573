import { Button } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { graphql, type ResultOf } from '@upstander/api-client';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { CheckIcon } from '../parts/ui/icons';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { GiftTabs } from './gift-tabs';
import { refundReason } from './refund-reason';

const refundRequestsQuery = graphql(`
  query RefundRequests {
    refundRequests {
      id
      giftId
      donorName
      campaignTitle
      status
      reason
      note
      requestedAt
      requestedBy
      requestedById
      amount {
        amountMinor
        currency
      }
    }
  }
`);

const approveRefundMutation = graphql(`
  mutation ApproveRefund($input: ApproveRefundInput!) {
    approveRefund(input: $input) {
      refund {
        id
        status
      }
    }
  }
`);

const declineRefundMutation = graphql(`
  mutation DeclineRefund($input: DeclineRefundInput!) {
    declineRefund(input: $input) {
      refund {
        id
        status
      }
    }
  }
`);

type Refund = ResultOf<typeof refundRequestsQuery>['refundRequests'][number];

/** Refunds above the limit for one person, oldest first. */
export function RefundRequests() {
  const { t, words, locale } = useWords('gifts', 'money');
  const state = useSearchState();
  const me = useMe();
  const [decision, setDecision] = useState<{ action: 'approve' | 'decline'; refund: Refund } | null>(null);
  const labels = t.gifts;
  const commonProps = { opened: true, onClose: () => setDecision(null) };
  return (
    <ListPage
      name="refunds"
      title={labels.decideTitle}
      lead={labels.decideLead}
      header={<GiftTabs />}
      document={refundRequestsQuery}
      state={state}
      variables={{}}
      path="refundRequests"
      label={labels.decideList}
      noun={labels.decideWhat}
      amountOf={({ amount }) => amount}
      emptyState={{ title: labels.noRefundsTitle, text: labels.noRefundsText, icon: <CheckIcon size={26} /> }}
      columns={[
        {
          key: 'donorName',
          header: labels.donor,
          linkTo: ({ giftId }) => `/gifts/${giftId}`,
          secondary: ({ campaignTitle }) => campaignTitle,
        },
        {
          key: 'reason',
          header: labels.refundReason,
          render: ({ reason }) => refundReason(words, reason),
          secondary: ({ note }) => note,
        },
        {
          key: 'requestedBy',
          header: labels.askedBy,
          render: ({ requestedBy }) => requestedBy ?? labels.inDashboard,
          secondary: ({ requestedAt }) => <ListTime at={requestedAt} />,
        },
        { key: 'amount', header: labels.amount, mobile: 'corner' },
      ]}
      rowActions={(refund) => (
        <>
          {refund.requestedById === me.id ? (
            <span className={cells.longMeta}>{t.money.ownRequest}</span>
          ) : (
            <Button
              size="compact-sm"
              aria-label={labels.approveOf({ name: refund.donorName })}
              onClick={() => setDecision({ action: 'approve', refund })}
            >
              {labels.approve}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={labels.declineOf({ name: refund.donorName })}
            onClick={() => setDecision({ action: 'decline', refund })}
          >
            {labels.decline}
          </Button>
        </>
      )}
    >
      {decision?.action === 'approve' && (
        <ConfirmChange
          {...commonProps}
          title={labels.approveTitle({
            amount: moneyText(locale, decision.refund.amount),
            name: decision.refund.donorName,
          })}
          text={labels.approveText}
          submitLabel={labels.approve}
          pendingLabel={labels.approving}
          mutation={approveRefundMutation}
          variables={() => ({ input: { id: decision.refund.id } })}
          successMessage={labels.approved}
        />
      )}
      {decision?.action === 'decline' && (
        <ConfirmChange
          {...commonProps}
          title={labels.declineTitle}
          text={labels.declineText}
          reason={{ label: labels.declineNote, required: true }}
          submitLabel={labels.decline}
          pendingLabel={labels.declining}
          mutation={declineRefundMutation}
          variables={(note) => ({ input: { id: decision.refund.id, note } })}
          successMessage={labels.declined}
        />
      )}
    </ListPage>
  );
}
