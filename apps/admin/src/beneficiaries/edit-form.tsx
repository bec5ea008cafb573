import { Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import { BeneficiaryFields, textsOf } from './beneficiary-fields';
import { updateBeneficiaryMutation, type Beneficiary } from './queries';

export function EditForm({ beneficiary, onDone }: { beneficiary: Beneficiary; onDone: () => void }) {
  const words = useWords().t.beneficiaries;
  const { id, locked } = beneficiary;
  const update = useChange(updateBeneficiaryMutation, { quiet: true, success: () => words.saved, onDone });
  const { values, field, complete, shown } = useFields(textsOf(beneficiary), ['name'], update.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || update.isPending) return;
    update.mutate({
      input: {
        id,
        // What gifts were given to keeps its name.
        ...(!locked && {
          name: values.name.trim(),
          registrationNumber: values.registrationNumber.trim() || null,
        }),
        website: values.website.trim() || null,
        contactEmail: values.contactEmail.trim() || null,
      },
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {locked && <Text c="dimmed">{words.locked}</Text>}
        <BeneficiaryFields field={field} locked={locked} />
        <FormFoot
          submit={words.save}
          working={words.saving}
          pending={update.isPending}
          error={update.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
