import { Text } from '@mantine/core';
import { decimalText, moneyText, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Form, useModelForm } from '../parts/forms/form';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { bankDiscrepancy } from './bank-discrepancy';
import { confirmPayoutMutation, type PayoutDetails } from './queries';

export function ConfirmPayout({ payout, onClose }: { payout: PayoutDetails; onClose: () => void }) {
  const { t } = useWords('reconciliation');
  return (
    <Dialog
      onClose={onClose}
      title={payout.bankStatementDate ? t.reconciliation.correctTitle : t.reconciliation.confirmTitle}
    >
      <ConfirmForm payout={payout} onClose={onClose} />
    </Dialog>
  );
}

function ConfirmForm({ payout, onClose }: { payout: PayoutDetails; onClose: () => void }) {
  const { t, locale } = useWords('reconciliation');
  const { currency } = payout.amount;
  const corrects = payout.bankStatementDate !== null;
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
  const form = useModelForm(models.ConfirmPayoutInput, null, {
    omit: ['id'],
    labels: t.reconciliation,
    currency: () => currency,
    initial: {
      bankAmount: decimalText(payout.bankAmount ?? payout.amount),
      statementDate: payout.bankStatementDate ?? latest,
    },
    problems: ({ bankAmount }) => ({ bankAmount: problem(bankAmount, currency, { isZeroAllowed: true }) }),
    change: confirm,
    send: (input) => confirm.mutate({ input: { ...input, id: payout.id } }),
  });
  return (
    <Form form={form} submitLabel={corrects ? t.common.save : t.reconciliation.confirmSubmit} onCancel={onClose}>
      <Text>{corrects ? t.reconciliation.correctText : t.reconciliation.confirmText}</Text>
      <FormField form={form} name="bankAmount" autoFocus />
      <FormField form={form} name="statementDate" max={latest} />
    </Form>
  );
}
