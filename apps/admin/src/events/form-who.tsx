import { Checkbox, NumberInput, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { limits } from '@upstander/web-kit';
import { useWords } from '../words/words';
import classes from './event-form.module.css';
import type { EventFormValues } from './event-form-values';

/** Who may come: when sign-up opens for whom, and how many adults there are while minors are. */
export function FormWho({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { fields } = useWords('eventForm').t.eventForm;
  const opening = (name: 'opensAtLocal' | 'opensToMembersAtLocal', hint: string) => (
    <TextInput type="datetime-local" label={fields[name]} description={hint} {...form.getInputProps(name)} />
  );
  return (
    <Stack>
      <div className={classes.opening}>
        {opening('opensAtLocal', fields.opensHint)}
        {opening('opensToMembersAtLocal', fields.opensToMembersHint)}
      </div>
      <Checkbox
        label={fields.withMinors}
        description={fields.withMinorsHint}
        {...form.getInputProps('withMinors', { type: 'checkbox' })}
      />
      {form.values.withMinors && (
        <NumberInput
          label={fields.minimumAdults}
          description={fields.minimumAdultsHint}
          min={2}
          max={limits.Event.minimumAdults}
          maw={240}
          {...form.getInputProps('minimumAdults')}
        />
      )}
    </Stack>
  );
}
