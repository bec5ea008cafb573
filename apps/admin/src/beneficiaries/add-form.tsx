import { Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import { createBeneficiaryMutation } from './queries';

export function AddForm({ onDone }: { onDone: () => void }) {
  const { common, beneficiaries: words } = useWords('beneficiaries').t;
  const navigate = useNavigate();
  const create = useChange(createBeneficiaryMutation, {
    quiet: true,
    success: ({ createBeneficiary }) => words.added({ name: createBeneficiary.name }),
    // Consent and checks follow on the beneficiary's page.
    onDone: ({ createBeneficiary }) => void navigate(`/beneficiaries/${createBeneficiary.id}`),
  });
  const form = useModelForm(models.CreateBeneficiaryInput, null, {
    omit: ['idempotencyKey'],
    labels: words,
    required: ['name', 'registrationNumber'],
    change: create,
    send: (input, keyFor) => create.mutate({ input: { ...input, idempotencyKey: keyFor(input) } }),
  });

  return (
    <Form form={form} submitLabel={words.addSubmit} pendingLabel={common.adding} onCancel={onDone}>
      <Text c="dimmed">{words.addLead}</Text>
      <FormField form={form} name="name" autoFocus />
      <FormField form={form} name="registrationNumber" />
      <FormField form={form} name="website" />
      <FormField form={form} name="contactEmail" />
    </Form>
  );
}
