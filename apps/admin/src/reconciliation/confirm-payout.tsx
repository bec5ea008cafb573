import { Text, TextInput } from '@mantine/core';
import { decimalText } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Form } from '../parts/forms/form';
import { MoneyField, moneyTyped, useMoneyProblem } from '../parts/forms/money-field';
import { useEntry } from '../parts/forms/use-entry';
import { useSettings } from '../parts/ui/settings';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import { confirmPayoutMutation, type PayoutDetails } from './queries';

/** What the statement of the bank shows, typed by somebody who looked. */
export function ConfirmPayout({ payout, onClose }: { payout: PayoutDetails; onClose: () => void }) {
  const { t } = useWords('reconciliation');
  return (
    <Dialog opened onClose={onClose} title={t.reconciliation.confirmTitle}>
      <ConfirmForm payout={payout} onClose={onClose} />
    </Dialog>
  );
}

function ConfirmForm({ payout, onClose }: { payout: PayoutDetails; onClose: () => void }) {
  const { t } = useWords('reconciliation');
  const { currency } = payout.amount;
  const latest = todayIn(useSettings().timeZone);
  const problem = useMoneyProblem();
  const confirm = useChange(confirmPayoutMutation, {
    quiet: true,
    success: () => t.reconciliation.confirmed,
    onDone: onClose,
  });
  const form = useEntry({
    initial: { bankAmount: decimalText(payout.amount), seenOn: latest },
    required: ['bankAmount', 'seenOn'],
    problems: ({ bankAmount }) => ({ bankAmount: problem(bankAmount, currency, { mayBeNothing: true }) }),
    change: confirm,
    send: ({ bankAmount, seenOn }) =>
      confirm.mutate({ input: { id: payout.id, bankAmount: moneyTyped(bankAmount, currency), seenOn } }),
  });
  return (
    <Form of={form} submit={t.reconciliation.confirmSubmit} working={t.reconciliation.confirming} onCancel={onClose}>
      <Text>{t.reconciliation.confirmText}</Text>
      <MoneyField
        currency={currency}
        label={t.reconciliation.bankAmount}
        {...form.field('bankAmount')}
        data-autofocus
      />
      <TextInput type="date" label={t.reconciliation.seenOn} max={latest} {...form.field('seenOn')} />
    </Form>
  );
}
