import { NativeSelect } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange, useRead } from '../api/use-api';
import { campaignChoicesQuery, takingGifts } from '../gifts/queries';
import { Dialog } from '../parts/ui/dialog';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useSettings } from '../session/settings';
import { useWords } from '../words/words';
import { recordPledgeMutation } from './queries';

export function PledgeForm({ onClose }: { onClose: () => void }) {
  const { t } = useWords('offlineGifts');
  return (
    <Dialog onClose={onClose} title={t.offlineGifts.pledgeTitle}>
      <NewPledge onClose={onClose} />
    </Dialog>
  );
}

function NewPledge({ onClose }: { onClose: () => void }) {
  const { t } = useWords('gifts', 'offlineGifts');
  const record = useChange(recordPledgeMutation, {
    quiet: true,
    success: () => t.offlineGifts.pledgeDone,
    onDone: onClose,
  });
  const settings = useSettings();
  const campaigns =
    useRead(campaignChoicesQuery, takingGifts).data?.manageCampaigns.edges.map(({ node }) => node) ?? [];
  const currencyOf = (campaignId: string) => (campaigns.find(({ id }) => id === campaignId) ?? settings).currency;
  const form = useModelForm(models.RecordPledgeInput, null, {
    omit: ['idempotencyKey'],
    labels: { ...t.offlineGifts, email: t.gifts.email },
    currency: ({ campaignId }) => currencyOf(campaignId),
    required: ['name'],
    change: record,
    send: (input, keyFor) => record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } }),
  });

  return (
    <Form form={form} submitLabel={t.offlineGifts.pledgeTitle} pendingLabel={t.offlineGifts.working} onCancel={onClose}>
      <NativeSelect
        label={t.common.fundraiser}
        {...form.field('campaignId')}
        data={[
          { value: '', label: t.shared.chooseAFundraiser },
          ...campaigns.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <FormField form={form} name="name" />
      <FormField form={form} name="email" />
      <FormField form={form} name="amount" />
      <FormField form={form} name="dueOn" />
      <FormField form={form} name="note" />
    </Form>
  );
}
