import { Text } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { BeneficiaryFields, textsOf } from './beneficiary-fields';
import { updateBeneficiaryMutation, type Beneficiary } from './queries';

export function EditForm({ beneficiary, onDone }: { beneficiary: Beneficiary; onDone: () => void }) {
  const words = useWords('beneficiaries').t.beneficiaries;
  const { id, locked } = beneficiary;
  const update = useChange(updateBeneficiaryMutation, { quiet: true, success: () => words.saved, onDone });
  const form = useMutationForm({
    initial: textsOf(beneficiary),
    required: ['name'],
    limits: limits.Beneficiary,
    change: update,
    send: (values) => {
      update.mutate({
        input: {
          id,
          // What gifts were given to keeps its name.
          ...(!locked && {
            name: values.name,
            registrationNumber: values.registrationNumber || null,
          }),
          website: values.website || null,
          contactEmail: values.contactEmail || null,
        },
      });
    },
  });
  const { field } = form;

  return (
    <Form form={form} submit={words.save} working={words.saving} onCancel={onDone}>
      {locked && <Text c="dimmed">{words.locked}</Text>}
      <BeneficiaryFields field={field} locked={locked} />
    </Form>
  );
}
