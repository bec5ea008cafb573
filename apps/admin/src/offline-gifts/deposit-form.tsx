import { NativeSelect } from '@mantine/core';
import { models, decimalText, type MoneyValue } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { recordDepositMutation } from './queries';

interface DepositFormProps {
  undepositedSums: readonly MoneyValue[];
  onClose: () => void;
}

/** Defaults to the full amount on hand. */
export function DepositForm(props: DepositFormProps) {
  const { t } = useWords('offlineGifts');
  return (
    <Dialog onClose={props.onClose} title={t.offlineGifts.depositTitle}>
      <Deposit {...props} />
    </Dialog>
  );
}

function Deposit({ undepositedSums, onClose }: DepositFormProps) {
  const { t } = useWords('offlineGifts');
  const [first] = undepositedSums;
  const settings = useSettings();
  const latest = todayIn(settings.timeZone);
  const [chosen, setCurrency] = useState(first?.currency);
  const currency = chosen ?? settings.currency;
  const record = useChange(recordDepositMutation, {
    quiet: true,
    success: () => t.offlineGifts.depositDone,
    onDone: onClose,
  });
  const form = useModelForm(models.RecordDepositInput, null, {
    omit: ['idempotencyKey'],
    labels: t.offlineGifts,
    currency: () => currency,
    initial: { amount: first ? decimalText(first) : '', depositedOn: latest },
    change: record,
    send: (input, keyFor) => record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } }),
  });
  return (
    <Form
      form={form}
      submitLabel={t.offlineGifts.recordDeposit}
      pendingLabel={t.offlineGifts.working}
      onCancel={onClose}
    >
      {undepositedSums.length > 1 && (
        <NativeSelect
          label={t.offlineGifts.inHand}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
          data={undepositedSums.map((one) => one.currency)}
        />
      )}
      <FormField form={form} name="amount" autoFocus />
      <FormField form={form} name="depositedOn" max={latest} />
      <FormField form={form} name="reference" />
    </Form>
  );
}
