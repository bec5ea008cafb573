import { Text } from '@mantine/core';
import { decimalText, models, moneyText } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { recordPaymentMutation, type Pool } from './queries';

export function PaymentForm({ pool, onDone }: { pool: Pool; onDone: () => void }) {
  const { t, locale } = useWords('matching', 'money');
  const words = t.matching;
  const { currency } = pool.cap;
  const latest = todayIn(pool.timeZone);
  const problem = useMoneyProblem();
  const record = useChange(recordPaymentMutation, { quiet: true, success: () => words.paid, onDone });
  const form = useModelForm(models.RecordSponsorPaymentInput, null, {
    omit: ['idempotencyKey', 'poolId'],
    labels: { ...words, amount: t.common.amount, reference: t.money.reference },
    currency: () => currency,
    initial: { amount: decimalText(pool.outstanding), receivedOn: latest },
    problems: ({ amount }) => ({ amount: problem(amount, currency, { most: pool.outstanding }) }),
    change: record,
    send: (typed, keyFor) => {
      const input = { ...typed, poolId: pool.id };
      record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  return (
    <Form form={form} submitLabel={words.paySubmit} pendingLabel={t.common.recording} onCancel={onDone}>
      <Text c="dimmed">{words.payLead({ amount: moneyText(locale, pool.outstanding) })}</Text>
      <FormField form={form} name="amount" />
      <FormField form={form} name="receivedOn" max={latest} />
      <FormField form={form} name="reference" />
    </Form>
  );
}
