import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { limits, decimalText, parseMoney, type MoneyValue } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { Dialog } from '../parts/ui/dialog';
import { FormFoot } from '../parts/forms/form-foot';
import { MoneyField } from '../parts/forms/money-field';
import { useFields } from '../parts/forms/use-fields';
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
  const { t } = useWords();
  return (
    <Dialog opened onClose={props.onClose} title={t.offlineGifts.depositTitle}>
      <Deposit {...props} />
    </Dialog>
  );
}

function Deposit({ inHand, onClose }: DepositFormProps) {
  const { t } = useWords();
  const keyFor = useSameKey();
  const [first] = inHand;
  const settings = useSettings();
  const latest = todayIn(settings.timeZone);
  const [chosen, setCurrency] = useState(first?.currency);
  const currency = chosen ?? settings.currency;
  const [notAnAmount, setNotAnAmount] = useState(false);
  const record = useChange(recordDepositMutation, {
    quiet: true,
    success: () => t.offlineGifts.depositDone,
    onDone: onClose,
  });
  const form = useFields(
    { amount: first ? decimalText(first) : '', depositedOn: '', reference: '' },
    ['amount'],
    record.error,
  );
  const amount = form.field('amount');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const amountMinor = parseMoney(form.values.amount, currency);
        setNotAnAmount(amountMinor === null);
        if (!form.complete() || amountMinor === null || record.isPending) return;
        const input = {
          amount: { amountMinor, currency },
          depositedOn: form.values.depositedOn || latest,
          reference: form.values.reference.trim() || null,
        };
        record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
      }}
    >
      <Stack>
        {inHand.length > 1 && (
          <NativeSelect
            label={t.offlineGifts.inHand}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
            data={inHand.map((one) => one.currency)}
          />
        )}
        <MoneyField
          label={t.offlineGifts.amount}
          currency={currency}
          {...amount}
          error={amount.error ?? (notAnAmount ? t.money.notAnAmount : undefined)}
          data-autofocus
        />
        <TextInput
          type="date"
          label={t.offlineGifts.depositedOn}
          max={latest}
          {...form.field('depositedOn')}
          value={form.values.depositedOn || latest}
        />
        <TextInput label={t.offlineGifts.reference} maxLength={limits.Deposit.reference} {...form.field('reference')} />
        <FormFoot
          submit={t.offlineGifts.recordDeposit}
          working={t.offlineGifts.working}
          pending={record.isPending}
          error={record.error}
          shown={form.shown}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
