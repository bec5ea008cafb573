import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange, useRead } from '../api/use-api';
import { campaignChoicesQuery, takingGifts } from '../gifts/queries';
import { Dialog } from '../parts/ui/dialog';
import { Form } from '../parts/forms/form';
import { MoneyField, moneyTyped, useMoneyProblem } from '../parts/forms/money-field';
import { useSettings } from '../parts/ui/settings';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { recordPledgeMutation } from './queries';

export function PledgeForm({ onClose }: { onClose: () => void }) {
  const { t } = useWords('offlineGifts');
  return (
    <Dialog opened onClose={onClose} title={t.offlineGifts.pledgeTitle}>
      <NewPledge onClose={onClose} />
    </Dialog>
  );
}

function NewPledge({ onClose }: { onClose: () => void }) {
  const { t } = useWords('gifts', 'offlineGifts');
  const problem = useMoneyProblem();
  const record = useChange(recordPledgeMutation, {
    quiet: true,
    success: () => t.offlineGifts.pledgeDone,
    onDone: onClose,
  });
  const settings = useSettings();
  const campaigns =
    useRead(campaignChoicesQuery, takingGifts).data?.manageCampaigns.edges.map(({ node }) => node) ?? [];
  const currencyOf = (campaignId: string) => (campaigns.find(({ id }) => id === campaignId) ?? settings).currency;
  const form = useMutationForm({
    initial: { campaignId: '', name: '', email: '', amount: '', dueOn: '', note: '' },
    required: ['campaignId', 'name', 'amount'],
    limits: limits.Pledge,
    problems: ({ amount, campaignId }) => ({ amount: problem(amount, currencyOf(campaignId)) }),
    change: record,
    send: ({ campaignId, name, email, amount, dueOn, note }, keyFor) => {
      const typed = { campaignId, name, email: email || null, dueOn: dueOn || null, note: note || null };
      const input = { ...typed, amount: moneyTyped(amount, currencyOf(campaignId)) };
      record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });

  return (
    <Form form={form} submit={t.offlineGifts.recordPledge} working={t.offlineGifts.working} onCancel={onClose}>
      <NativeSelect
        label={t.offlineGifts.campaign}
        {...form.field('campaignId')}
        data={[
          { value: '', label: t.offlineGifts.chooseCampaign },
          ...campaigns.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <TextInput label={t.offlineGifts.name} {...form.field('name')} />
      <TextInput label={t.gifts.email} type="email" {...form.field('email')} />
      <MoneyField
        label={t.offlineGifts.amount}
        currency={currencyOf(form.values.campaignId)}
        {...form.field('amount')}
      />
      <TextInput type="date" label={t.offlineGifts.dueOn} {...form.field('dueOn')} />
      <Textarea label={t.offlineGifts.note} autosize minRows={2} {...form.field('note')} />
    </Form>
  );
}
