import { NativeSelect, TextInput } from '@mantine/core';
import { limits, decimalText, type MoneyValue } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Form } from '../parts/forms/form';
import { MoneyField, moneyTyped, useMoneyProblem } from '../parts/forms/money-field';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useSettings } from '../parts/ui/settings';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import { recordDepositMutation } from './queries';

interface DepositFormProps {
  inHand: readonly MoneyValue[];
  onClose: () => void;
}

/** Cash and cheques that somebody brought to the bank; all of it unless typed otherwise. */
export function DepositForm(props: DepositFormProps) {
  const { t } = useWords('offlineGifts');
  return (
    <Dialog opened onClose={props.onClose} title={t.offlineGifts.depositTitle}>
      <Deposit {...props} />
    </Dialog>
  );
}

function Deposit({ inHand, onClose }: DepositFormProps) {
  const { t } = useWords('offlineGifts');
  const [first] = inHand;
  const settings = useSettings();
  const latest = todayIn(settings.timeZone);
  const [chosen, setCurrency] = useState(first?.currency);
  const currency = chosen ?? settings.currency;
  const problem = useMoneyProblem();
  const record = useChange(recordDepositMutation, {
    quiet: true,
    success: () => t.offlineGifts.depositDone,
    onDone: onClose,
  });
  const form = useMutationForm({
    initial: { amount: first ? decimalText(first) : '', depositedOn: latest, reference: '' },
    required: ['amount', 'depositedOn'],
    limits: limits.Deposit,
    problems: ({ amount }) => ({ amount: problem(amount, currency) }),
    change: record,
    send: ({ amount, depositedOn, reference }, keyFor) => {
      const input = { depositedOn, amount: moneyTyped(amount, currency), reference: reference || null };
      record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  return (
    <Form form={form} submit={t.offlineGifts.recordDeposit} working={t.offlineGifts.working} onCancel={onClose}>
      {inHand.length > 1 && (
        <NativeSelect
          label={t.offlineGifts.inHand}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
          data={inHand.map((one) => one.currency)}
        />
      )}
      <MoneyField label={t.offlineGifts.amount} currency={currency} {...form.field('amount')} data-autofocus />
      <TextInput type="date" label={t.offlineGifts.depositedOn} max={latest} {...form.field('depositedOn')} />
      <TextInput label={t.offlineGifts.reference} {...form.field('reference')} />
    </Form>
  );
}
