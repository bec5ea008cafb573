import { TextInput } from '@mantine/core';
import type { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import type { Beneficiary } from './queries';

/** What the form starts with. */
export function textsOf(of?: Beneficiary) {
  return {
    name: of?.name ?? '',
    registrationNumber: of?.registrationNumber ?? '',
    website: of?.website ?? '',
    contactEmail: of?.contactEmail ?? '',
  };
}

type Fields = ReturnType<typeof useMutationForm<ReturnType<typeof textsOf>>>;

/** What is known of a beneficiary; `locked` keeps the name that gifts were given to. */
export function BeneficiaryFields({ field, locked = false }: { field: Fields['field']; locked?: boolean }) {
  const words = useWords('beneficiaries').t.beneficiaries;
  return (
    <>
      {!locked && (
        <>
          <TextInput label={words.name} description={words.nameHint} data-autofocus {...field('name')} />
          <TextInput label={words.registration} description={words.registrationHint} {...field('registrationNumber')} />
        </>
      )}
      <TextInput type="url" label={words.website} placeholder="https://" {...field('website')} />
      <TextInput type="email" label={words.contact} {...field('contactEmail')} />
    </>
  );
}
