import { Text, TextInput } from '@mantine/core';
import { decimalText, moneyText } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Form } from '../parts/forms/form';
import { MoneyField, moneyTyped } from '../parts/forms/money-field';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { bankDiscrepancy } from './bank-discrepancy';
import { confirmPayoutMutation, type PayoutDetails } from './queries';

export function ConfirmPayout({ payout, onClose }: { payout: PayoutDetails; onClose: () => void }) {
  const { t } = useWords('reconciliation');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={payout.bankSeenOn ? t.reconciliation.correctTitle : t.reconciliation.confirmTitle}
    >
      <ConfirmForm payout={payout} onClose={onClose} />
    </Dialog>
  );
}

function ConfirmForm({ payout, onClose }: { payout: PayoutDetails; onClose: () => void }) {
  const { t, locale } = useWords('reconciliation');
  const { currency } = payout.amount;
  const corrects = payout.bankSeenOn !== null;
  const latest = todayIn(useSettings().timeZone);
  const problem = useMoneyProblem();
  const confirm = useChange(confirmPayoutMutation, {
    quiet: true,
    success: (_, { input }) => {
      const discrepancy = bankDiscrepancy({ amount: payout.amount, bankAmount: input.bankAmount });
      if (!discrepancy) return t.reconciliation.confirmed;
      return { warning: t.reconciliation.confirmedDiffers({ amount: moneyText(locale, discrepancy) }) };
    },
    onDone: onClose,
  });
  const form = useMutationForm({
    initial: { bankAmount: decimalText(payout.bankAmount ?? payout.amount), seenOn: payout.bankSeenOn ?? latest },
    required: ['bankAmount', 'seenOn'],
    problems: ({ bankAmount }) => ({ bankAmount: problem(bankAmount, currency, { isZeroAllowed: true }) }),
    change: confirm,
    send: ({ bankAmount, seenOn }) =>
      confirm.mutate({ input: { id: payout.id, bankAmount: moneyTyped(bankAmount, currency), seenOn } }),
  });
  return (
    <Form
      form={form}
      submitLabel={corrects ? t.reconciliation.correctSubmit : t.reconciliation.confirmSubmit}
      pendingLabel={t.reconciliation.confirming}
      onCancel={onClose}
    >
      <Text>{corrects ? t.reconciliation.correctText : t.reconciliation.confirmText}</Text>
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
