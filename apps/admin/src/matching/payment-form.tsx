import { Stack, Text, TextInput } from '@mantine/core';
import { limits, decimalText, moneyText, parseMoney } from '@upstander/web-kit';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { FormFoot } from '../parts/forms/form-foot';
import { MoneyField } from '../parts/forms/money-field';
import { useFields } from '../parts/forms/use-fields';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import { recordPaymentMutation, type Pool } from './queries';

/** What a sponsor paid of what was matched. */
export function PaymentForm({ pool, onDone }: { pool: Pool; onDone: () => void }) {
  const { t, locale } = useWords();
  const words = t.matching;
  const { currency } = pool.cap;
  const latest = todayIn(pool.timeZone);
  const keyFor = useSameKey();
  const [problem, setProblem] = useState<string>();
  const record = useChange(recordPaymentMutation, { quiet: true, success: () => words.paid, onDone });
  const { values, field, complete, shown } = useFields(
    { amount: decimalText(pool.outstanding), receivedOn: latest, reference: '' },
    ['amount', 'receivedOn'],
    record.error,
  );
  const amount = field('amount');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || record.isPending) return;
    const minor = parseMoney(values.amount, currency);
    const wrong = !minor
      ? t.money.notAnAmount
      : BigInt(minor) > BigInt(pool.outstanding.amountMinor)
        ? t.money.atMost({ amount: moneyText(locale, pool.outstanding) })
        : undefined;
    setProblem(wrong);
    if (wrong || !minor) return;
    const input = {
      poolId: pool.id,
      amount: { amountMinor: minor, currency },
      receivedOn: values.receivedOn,
      reference: values.reference.trim() || null,
    };
    record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed">{words.payLead({ amount: moneyText(locale, pool.outstanding) })}</Text>
        <MoneyField label={t.money.amount} currency={currency} {...amount} error={amount.error ?? problem} />
        <TextInput type="date" label={words.receivedOn} max={latest} {...field('receivedOn')} />
        <TextInput label={t.money.reference} maxLength={limits.SponsorPayment.reference} {...field('reference')} />
        <FormFoot
          submit={words.paySubmit}
          working={words.paying}
          pending={record.isPending}
          error={record.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
