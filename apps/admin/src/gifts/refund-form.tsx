import { Button, Text } from '@mantine/core';
import type { VariablesOf } from '@upstander/api-client';
import { decimalText, moneyText, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Form, useModelForm } from '../parts/forms/form';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import type { GiftDetails } from './gift-query';
import { refundGiftMutation } from './queries';

type Reason = VariablesOf<typeof refundGiftMutation>['input']['reason'];

interface RefundFormProps {
  gift: GiftDetails;
  name: string;
  /** Preset reason, if the caller knows it. */
  because?: Reason;
  onClose: () => void;
}

export function RefundForm(props: RefundFormProps) {
  const { t } = useWords('gifts');
  return (
    <Dialog onClose={props.onClose} title={t.gifts.refundTitle({ name: props.name })}>
      <Refund {...props} />
    </Dialog>
  );
}

function Refund({ gift, because = 'REQUESTED_BY_DONOR', onClose }: RefundFormProps) {
  const { t, locale } = useWords('gifts');
  const { currency } = gift.refundable;
  const problem = useMoneyProblem();
  const refund = useChange(refundGiftMutation, {
    quiet: true,
    success: ({ refundGift }, { input }) => {
      const amount = moneyText(locale, input.amount ?? gift.refundable);
      return refundGift.refund.status === 'PROPOSED'
        ? t.gifts.refundProposed({ amount })
        : t.gifts.refundDone({ amount });
    },
    onDone: onClose,
  });
  const form = useModelForm(models.RefundGiftInput, null, {
    omit: ['giftId', 'idempotencyKey'],
    labels: {
      amount: t.common.amount,
      reason: t.common.reason,
      note: t.common.noteForColleagues,
      noteHint: t.gifts.refundNoteHint,
    },
    currency: () => currency,
    initial: { reason: because },
    required: ['amount'],
    problems: ({ amount }) => ({ amount: problem(amount, currency, { most: gift.refundable }) }),
    change: refund,
    send: (typed, keyFor) => {
      const input = { ...typed, giftId: gift.id };
      refund.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });

  return (
    <Form form={form} submitLabel={t.common.refund} pendingLabel={t.gifts.approving} onCancel={onClose} tone="warn">
      <Text>
        {t.gifts.refundText({ most: moneyText(locale, gift.refundable), card: gift.method === 'STRIPE' })}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => form.set('amount', decimalText(gift.refundable))}>
          {t.gifts.refundAll}
        </Button>
      </Text>
      <FormField form={form} name="amount" autoFocus />
      <FormField form={form} name="reason" />
      <FormField form={form} name="note" />
    </Form>
  );
}
