import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { limits, parseMoney } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { campaignChoicesQuery } from '../donations/queries';
import { Dialog } from '../parts/ui/dialog';
import { FormFoot } from '../parts/forms/form-foot';
import { MoneyField } from '../parts/forms/money-field';
import { useSettings } from '../parts/ui/settings';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import { recordPledgeMutation } from './queries';

export function PledgeForm({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog opened onClose={onClose} title={t.offlineGifts.pledgeTitle}>
      <NewPledge onClose={onClose} />
    </Dialog>
  );
}

function NewPledge({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const keyFor = useSameKey();
  const [notAnAmount, setNotAnAmount] = useState(false);
  const record = useChange(recordPledgeMutation, {
    quiet: true,
    success: () => t.offlineGifts.pledgeDone,
    onDone: onClose,
  });
  const form = useFields(
    { campaignId: '', name: '', email: '', amount: '', dueOn: '', note: '' },
    ['campaignId', 'name', 'amount'],
    record.error,
  );
  const { values } = form;
  const settings = useSettings();
  const campaigns = useRead(campaignChoicesQuery, {}).data?.manageCampaigns.edges.map(({ node }) => node) ?? [];
  const currency = (campaigns.find(({ id }) => id === values.campaignId) ?? settings).currency;
  const amount = form.field('amount');

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const amountMinor = parseMoney(values.amount, currency);
        setNotAnAmount(amountMinor === null);
        if (!form.complete() || amountMinor === null || record.isPending) return;
        const input = {
          campaignId: values.campaignId,
          name: values.name.trim(),
          email: values.email.trim() || null,
          amount: { amountMinor, currency },
          dueOn: values.dueOn || null,
          note: values.note.trim() || null,
        };
        record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
      }}
    >
      <Stack>
        <NativeSelect
          label={t.offlineGifts.campaign}
          {...form.field('campaignId')}
          data={[
            { value: '', label: t.offlineGifts.chooseCampaign },
            ...campaigns.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <TextInput label={t.offlineGifts.name} maxLength={limits.Pledge.name} {...form.field('name')} />
        <TextInput label={t.donations.email} type="email" {...form.field('email')} />
        <MoneyField
          label={t.offlineGifts.amount}
          currency={currency}
          {...amount}
          error={amount.error ?? (notAnAmount ? t.money.notAnAmount : undefined)}
        />
        <TextInput type="date" label={t.offlineGifts.dueOn} {...form.field('dueOn')} />
        <Textarea
          label={t.offlineGifts.note}
          autosize
          minRows={2}
          maxLength={limits.Pledge.note}
          {...form.field('note')}
        />
        <FormFoot
          submit={t.offlineGifts.recordPledge}
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
