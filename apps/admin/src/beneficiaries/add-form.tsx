import { Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useChange } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import { BeneficiaryFields, textsOf } from './beneficiary-fields';
import { createBeneficiaryMutation } from './queries';

export function AddForm({ onDone }: { onDone: () => void }) {
  const words = useWords().t.beneficiaries;
  const navigate = useNavigate();
  const keyFor = useSameKey();
  const create = useChange(createBeneficiaryMutation, {
    quiet: true,
    success: ({ createBeneficiary }) => words.added({ name: createBeneficiary.name }),
    // What comes next is on its own page: the consent and the checks.
    onDone: ({ createBeneficiary }) => void navigate(`/beneficiaries/${createBeneficiary.id}`),
  });
  const { values, field, complete, shown } = useFields(textsOf(), ['name', 'registrationNumber'], create.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || create.isPending) return;
    const input = {
      name: values.name.trim(),
      registrationNumber: values.registrationNumber.trim(),
      website: values.website.trim() || null,
      contactEmail: values.contactEmail.trim() || null,
    };
    create.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed">{words.addLead}</Text>
        <BeneficiaryFields field={field} />
        <FormFoot
          submit={words.addSubmit}
          working={words.adding}
          pending={create.isPending}
          error={create.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
