import { Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { BeneficiaryFields, textsOf } from './beneficiary-fields';
import { createBeneficiaryMutation } from './queries';

export function AddForm({ onDone }: { onDone: () => void }) {
  const words = useWords('beneficiaries').t.beneficiaries;
  const navigate = useNavigate();
  const create = useChange(createBeneficiaryMutation, {
    quiet: true,
    success: ({ createBeneficiary }) => words.added({ name: createBeneficiary.name }),
    // What comes next is on its own page: the consent and the checks.
    onDone: ({ createBeneficiary }) => void navigate(`/beneficiaries/${createBeneficiary.id}`),
  });
  const form = useMutationForm({
    initial: textsOf(),
    required: ['name', 'registrationNumber'],
    limits: limits.Beneficiary,
    change: create,
    send: (values, keyFor) => {
      const input = {
        name: values.name,
        registrationNumber: values.registrationNumber,
        website: values.website || null,
        contactEmail: values.contactEmail || null,
      };
      create.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { field } = form;

  return (
    <Form form={form} submit={words.addSubmit} working={words.adding} onCancel={onDone}>
      <Text c="dimmed">{words.addLead}</Text>
      <BeneficiaryFields field={field} />
    </Form>
  );
}
