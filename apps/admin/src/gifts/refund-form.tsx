import { Button, NativeSelect, Text, Textarea } from '@mantine/core';
import type { VariablesOf } from '@upstander/api-client';
import { limits, decimalText, moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Form } from '../parts/forms/form';
import { MoneyField, moneyTyped } from '../parts/forms/money-field';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
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
    <Dialog opened onClose={props.onClose} title={t.gifts.refundTitle({ name: props.name })}>
      <Refund {...props} />
    </Dialog>
  );
}

function Refund({ gift, because = 'REQUESTED_BY_DONOR', onClose }: RefundFormProps) {
  const { t, words, locale } = useWords('gifts');
  const { currency } = gift.refundable;
  const problem = useMoneyProblem();
  const [reason, setReason] = useState<Reason>(because);
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
  const form = useMutationForm({
    initial: { amount: '', note: '' },
    required: ['amount'],
    limits: limits.Refund,
    problems: ({ amount }) => ({ amount: problem(amount, currency, { most: gift.refundable }) }),
    change: refund,
    send: ({ amount, note }, keyFor) => {
      const input = { giftId: gift.id, amount: moneyTyped(amount, currency), reason, note };
      refund.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });

  return (
    <Form form={form} submitLabel={t.gifts.refundSubmit} pendingLabel={t.gifts.refundWorking} onCancel={onClose}>
      <Text>
        {t.gifts.refundText({ most: moneyText(locale, gift.refundable), card: gift.method === 'STRIPE' })}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => form.set('amount', decimalText(gift.refundable))}>
          {t.gifts.refundAll}
        </Button>
      </Text>
      <MoneyField currency={currency} label={t.gifts.refundAmount} {...form.field('amount')} data-autofocus />
      <NativeSelect
        label={t.gifts.refundReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Reason)}
        data={Object.entries(words.enums.refundReason).map(([value, label]) => ({ value, label }))}
      />
      <Textarea
        label={t.gifts.refundNote}
        description={t.gifts.refundNoteHint}
        autosize
        minRows={2}
        {...form.field('note')}
      />
    </Form>
  );
}
