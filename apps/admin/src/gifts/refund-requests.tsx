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

/** Refunds above the limit of one person, the oldest first. */
export function RefundRequests() {
  const { t, words, locale } = useWords('gifts', 'money');
  const state = useSearchState();
  const me = useMe();
  const [decision, decide] = useState<{ how: 'approve' | 'decline'; refund: Refund } | null>(null);
  const say = t.gifts;
  const shared = { opened: true, onClose: () => decide(null) };
  return (
    <ListPage
      name="refunds"
      title={say.decideTitle}
      lead={say.decideLead}
      above={<GiftTabs />}
      document={refundRequestsQuery}
      state={state}
      variables={{}}
      of="refundRequests"
      label={say.decideList}
      what={say.decideWhat}
      adds={({ amount }) => amount}
      none={{ title: say.noRefundsTitle, text: say.noRefundsText, icon: <CheckIcon size={26} /> }}
      columns={[
        {
          key: 'donorName',
          header: say.donor,
          to: ({ giftId }) => `/gifts/${giftId}`,
          under: ({ campaignTitle }) => campaignTitle,
        },
        {
          key: 'reason',
          header: say.refundReason,
          cell: ({ reason }) => refundReason(words, reason),
          under: ({ note }) => note,
        },
        {
          key: 'requestedBy',
          header: say.askedBy,
          cell: ({ requestedBy }) => requestedBy ?? say.inDashboard,
          under: ({ requestedAt }) => <ListTime at={requestedAt} />,
        },
        { key: 'amount', header: say.amount, onCard: 'corner' },
      ]}
      rowActions={(refund) => (
        <>
          {refund.requestedById === me.id ? (
            <span className={cells.longMeta}>{t.money.ownRequest}</span>
          ) : (
            <Button
              size="compact-sm"
              aria-label={say.approveOf({ name: refund.donorName })}
              onClick={() => decide({ how: 'approve', refund })}
            >
              {say.approve}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say.declineOf({ name: refund.donorName })}
            onClick={() => decide({ how: 'decline', refund })}
          >
            {say.decline}
          </Button>
        </>
      )}
    >
      {decision?.how === 'approve' && (
        <ConfirmChange
          {...shared}
          title={say.approveTitle({
            amount: moneyText(locale, decision.refund.amount),
            name: decision.refund.donorName,
          })}
          text={say.approveText}
          submit={say.approve}
          working={say.approving}
          mutation={approveRefundMutation}
          variables={() => ({ input: { id: decision.refund.id } })}
          done={say.approved}
        />
      )}
      {decision?.how === 'decline' && (
        <ConfirmChange
          {...shared}
          title={say.declineTitle}
          text={say.declineText}
          reason={{ label: say.declineNote, required: true }}
          submit={say.decline}
          working={say.declining}
          mutation={declineRefundMutation}
          variables={(note) => ({ input: { id: decision.refund.id, note } })}
          done={say.declined}
        />
      )}
    </ListPage>
  );
}
