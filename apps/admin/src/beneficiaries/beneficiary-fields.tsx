import { limits } from '@upstander/web-kit';
import { TextInput } from '@mantine/core';
import type { useFields } from '../parts/forms/use-fields';
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

type Fields = ReturnType<typeof useFields<ReturnType<typeof textsOf>>>;

/** What is known of a beneficiary; `locked` keeps the name that gifts were given to. */
export function BeneficiaryFields({ field, locked = false }: { field: Fields['field']; locked?: boolean }) {
  const words = useWords().t.beneficiaries;
  return (
    <>
      {!locked && (
        <>
          <TextInput
            label={words.name}
            description={words.nameHint}
            maxLength={limits.Beneficiary.name}
            data-autofocus
            {...field('name')}
          />
          <TextInput
            label={words.registration}
            description={words.registrationHint}
            maxLength={limits.Beneficiary.registrationNumber}
            {...field('registrationNumber')}
          />
        </>
      )}
      <TextInput type="url" label={words.website} placeholder="https://" {...field('website')} />
      <TextInput type="email" label={words.contact} {...field('contactEmail')} />
    </>
  );
}
