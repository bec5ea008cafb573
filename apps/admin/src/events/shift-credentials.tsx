import { MultiSelect, NumberInput, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { useWords } from '../words/words';
import type { EventFormValues, ShiftValues } from './event-form-values';

const typesQuery = graphql(`
  query CredentialTypes {
    credentialTypes {
      id
      kind
      name
      nameEs
    }
  }
`);

interface Props {
  form: UseFormReturnType<EventFormValues>;
  path: string;
  shift: ShiftValues;
}

/** What a shift asks of those who sign up, and by when. */
export function ShiftCredentials({ form, path, shift }: Props) {
  const { t, locale } = useWords('eventForm');
  const say = t.eventForm.shifts;
  const { data } = useRead(typesQuery, {});
  const types = data?.credentialTypes ?? [];
  if (types.length === 0) return null;
  const options = (without: readonly string[]) =>
    types
      .filter(({ id }) => !without.includes(id))
      .map(({ id, name, nameEs }) => ({ value: id, label: locale === 'es' ? nameEs : name }));
  return (
    <Stack gap="sm" mt="sm">
      <MultiSelect
        label={say.strictCredentials}
        description={say.strictCredentialsHint}
        data={options(shift.dayCredentialIds)}
        {...form.getInputProps(`${path}.strictCredentialIds`)}
      />
      <MultiSelect
        label={say.dayCredentials}
        description={say.dayCredentialsHint}
        data={options(shift.strictCredentialIds)}
        {...form.getInputProps(`${path}.dayCredentialIds`)}
      />
      {shift.dayCredentialIds.length > 0 && (
        <NumberInput
          label={say.credentialsDueHours}
          description={say.credentialsDueHoursHint}
          min={0}
          max={limits.Shift.credentialsDueHours}
          {...form.getInputProps(`${path}.credentialsDueHours`)}
        />
      )}
    </Stack>
  );
}
