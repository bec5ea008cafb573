import { Stack, Text, TextInput } from '@mantine/core';
import { decimalText, parseMoney } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { FormFoot } from '../parts/forms/form-foot';
import { MoneyField } from '../parts/forms/money-field';
import { useFields } from '../parts/forms/use-fields';
import { useSettings } from '../parts/ui/settings';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import { confirmPayoutMutation, type PayoutDetails } from './queries';

/** What the statement of the bank shows, typed by somebody who looked. */
export function ConfirmPayout({ payout, onClose }: { payout: PayoutDetails; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog opened onClose={onClose} title={t.reconciliation.confirmTitle}>
      <ConfirmForm payout={payout} onClose={onClose} />
    </Dialog>
  );
}

function ConfirmForm({ payout, onClose }: { payout: PayoutDetails; onClose: () => void }) {
  const { t } = useWords();
  const { currency } = payout.amount;
  const [notAnAmount, setNotAnAmount] = useState(false);
  const confirm = useChange(confirmPayoutMutation, {
    quiet: true,
    success: () => t.reconciliation.confirmed,
    onDone: onClose,
  });
  const form = useFields({ bankAmount: decimalText(payout.amount), seenOn: '' }, ['bankAmount'], confirm.error);
  const amount = form.field('bankAmount');
  const { timeZone } = useSettings();
  const latest = todayIn(timeZone);
  const seenOn = form.values.seenOn || latest;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const amountMinor = parseMoney(form.values.bankAmount, currency);
        setNotAnAmount(amountMinor === null);
        if (!form.complete() || amountMinor === null || confirm.isPending) return;
        confirm.mutate({ input: { id: payout.id, bankAmount: { amountMinor, currency }, seenOn } });
      }}
    >
      <Stack>
        <Text>{t.reconciliation.confirmText}</Text>
        <MoneyField
          currency={currency}
          label={t.reconciliation.bankAmount}
          {...amount}
          error={amount.error ?? (notAnAmount ? t.money.notAnAmount : undefined)}
          data-autofocus
        />
        <TextInput type="date" label={t.reconciliation.seenOn} max={latest} {...form.field('seenOn')} value={seenOn} />
        <FormFoot
          submit={t.reconciliation.confirmSubmit}
          working={t.reconciliation.confirming}
          pending={confirm.isPending}
          error={confirm.error}
          shown={form.shown}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
