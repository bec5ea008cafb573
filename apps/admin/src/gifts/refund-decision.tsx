import { moneyText } from '@upstander/web-kit';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';

export const refundRequestsQuery = graphql(`
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

export type Refund = ResultOf<typeof refundRequestsQuery>['refundRequests'][number];

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

interface RefundDecisionProps {
  action: 'approve' | 'decline';
  refund: Refund;
  onClose: () => void;
}

export function RefundDecision({ action, refund, onClose }: RefundDecisionProps) {
  const { t, labels, locale } = useWords('gifts');
  return action === 'approve' ? (
    <ConfirmChange
      onClose={onClose}
      title={labels.approveTitle({ amount: moneyText(locale, refund.amount), name: refund.donorName })}
      text={labels.approveText}
      submitLabel={t.common.approve}
      pendingLabel={labels.approving}
      mutation={approveRefundMutation}
      variables={() => ({ input: { id: refund.id } })}
      successMessage={labels.approved}
    />
  ) : (
    <ConfirmChange
      onClose={onClose}
      title={labels.declineTitle}
      text={labels.declineText}
      reason={{ label: t.common.reason, required: true }}
      submitLabel={t.common.decline}
      mutation={declineRefundMutation}
      variables={(note) => ({ input: { id: refund.id, note } })}
      successMessage={labels.declined}
    />
  );
}
