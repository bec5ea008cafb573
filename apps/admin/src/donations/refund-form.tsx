import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import type { VariablesOf } from '@upstander/api-client';
import { limits, decimalText, moneyText, parseMoney } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { Dialog } from '../parts/ui/dialog';
import { FormFoot } from '../parts/forms/form-foot';
import { MoneyField } from '../parts/forms/money-field';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import type { GiftDetails } from './gift-query';
import { refundGiftMutation } from './queries';

type Reason = VariablesOf<typeof refundGiftMutation>['input']['reason'];

interface RefundFormProps {
  gift: GiftDetails;
  name: string;
  /** Why, where whoever leads here knows it. */
  because?: Reason;
  onClose: () => void;
}

/** How much goes back, and why. */
export function RefundForm(props: RefundFormProps) {
  const { t } = useWords();
  return (
    <Dialog opened onClose={props.onClose} title={t.donations.refundTitle({ name: props.name })}>
      <Refund {...props} />
    </Dialog>
  );
}

function Refund({ gift, because = 'REQUESTED_BY_DONOR', onClose }: RefundFormProps) {
  const { t, words, locale } = useWords();
  const { currency } = gift.refundable;
  const keyFor = useSameKey();
  const [problem, setProblem] = useState<string>();
  const [reason, setReason] = useState<Reason>(because);
  const refund = useChange(refundGiftMutation, {
    quiet: true,
    success: ({ refundGift }, { input }) => {
      const amount = moneyText(locale, input.amount ?? gift.refundable);
      return refundGift.refund.status === 'PROPOSED'
        ? t.donations.refundProposed({ amount })
        : t.donations.refundDone({ amount });
    },
    onDone: onClose,
  });
  const form = useFields({ amount: decimalText(gift.refundable), note: '' }, ['amount'], refund.error);
  const amountField = form.field('amount');
  const most = moneyText(locale, gift.refundable);

  const problemOf = (amountMinor: number | null): string | undefined => {
    if (amountMinor === null) return t.money.notAnAmount;
    if (amountMinor === 0) return t.money.notZero;
    return BigInt(amountMinor) > BigInt(gift.refundable.amountMinor) ? t.money.atMost({ amount: most }) : undefined;
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const amountMinor = parseMoney(form.values.amount, currency);
        const found = problemOf(amountMinor);
        setProblem(found);
        if (!form.complete() || found !== undefined || amountMinor === null || refund.isPending) return;
        const input = { giftId: gift.id, amount: { amountMinor, currency }, reason, note: form.values.note.trim() };
        refund.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
      }}
    >
      <Stack>
        <Text>{t.donations.refundText({ most, card: gift.method === 'STRIPE' })}</Text>
        <MoneyField
          currency={currency}
          label={t.donations.refundAmount}
          {...amountField}
          error={amountField.error ?? problem}
          data-autofocus
        />
        <NativeSelect
          label={t.donations.refundReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as Reason)}
          data={Object.entries(words.enums.refundReason).map(([value, label]) => ({ value, label }))}
        />
        <Textarea
          label={t.donations.refundNote}
          description={t.donations.refundNoteHint}
          autosize
          minRows={2}
          maxLength={limits.Refund.note}
          {...form.field('note')}
        />
        <FormFoot
          submit={t.donations.refundSubmit}
          working={t.donations.refundWorking}
          pending={refund.isPending}
          error={refund.error}
          shown={form.shown}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
