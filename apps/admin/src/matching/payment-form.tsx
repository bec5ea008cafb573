import { Text, TextInput } from '@mantine/core';
import { decimalText, limits, moneyText } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { MoneyField, moneyTyped, useMoneyProblem } from '../parts/forms/money-field';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import { recordPaymentMutation, type Pool } from './queries';

/** What a sponsor paid of what was matched. */
export function PaymentForm({ pool, onDone }: { pool: Pool; onDone: () => void }) {
  const { t, locale } = useWords('matching', 'money');
  const words = t.matching;
  const { currency } = pool.cap;
  const latest = todayIn(pool.timeZone);
  const problem = useMoneyProblem();
  const record = useChange(recordPaymentMutation, { quiet: true, success: () => words.paid, onDone });
  const form = useMutationForm({
    initial: { amount: decimalText(pool.outstanding), receivedOn: latest, reference: '' },
    required: ['amount', 'receivedOn'],
    limits: limits.SponsorPayment,
    problems: ({ amount }) => ({ amount: problem(amount, currency, { most: pool.outstanding }) }),
    change: record,
    send: ({ amount, receivedOn, reference }, keyFor) => {
      const typed = { receivedOn, amount: moneyTyped(amount, currency), reference: reference || null };
      const input = { poolId: pool.id, ...typed };
      record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  return (
    <Form form={form} submit={words.paySubmit} working={words.paying} onCancel={onDone}>
      <Text c="dimmed">{words.payLead({ amount: moneyText(locale, pool.outstanding) })}</Text>
      <MoneyField label={t.money.amount} currency={currency} {...form.field('amount')} />
      <TextInput type="date" label={words.receivedOn} max={latest} {...form.field('receivedOn')} />
      <TextInput label={t.money.reference} {...form.field('reference')} />
    </Form>
  );
}
