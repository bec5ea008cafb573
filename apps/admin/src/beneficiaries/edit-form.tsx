import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import { updateBeneficiaryMutation, type Beneficiary } from './queries';

export function EditForm({ beneficiary, onDone }: { beneficiary: Beneficiary; onDone: () => void }) {
  const { common, beneficiaries: words } = useWords('beneficiaries').t;
  const { id, locked } = beneficiary;
  const update = useChange(updateBeneficiaryMutation, { quiet: true, success: () => common.saved, onDone });
  const form = useModelForm(models.UpdateBeneficiaryInput, beneficiary, {
    omit: ['id', 'consentFileId', 'consentSignedOn', 'consentEndsOn'],
    labels: words,
    required: ['name'],
    change: update,
    send: ({ name, registrationNumber, ...input }) =>
      // The name can't change once donors have given to it.
      update.mutate({ input: { id, ...input, ...(!locked && { name, registrationNumber }) } }),
  });

  return (
    <Form form={form} submitLabel={common.save} onCancel={onDone}>
      {locked && <Text c="dimmed">{words.locked}</Text>}
      {!locked && <FormField form={form} name="name" autoFocus />}
      {!locked && <FormField form={form} name="registrationNumber" />}
      <FormField form={form} name="website" />
      <FormField form={form} name="contactEmail" />
    </Form>
  );
}
