import { Checkbox, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { limits, languageName } from '@upstander/web-kit';
import { MarkdownField } from '../parts/forms/markdown-field';
import { modelFields } from '../parts/forms/model-fields';
import { useWords } from '../words/words';
import type { EventFormValues } from './event-form-values';

/** The languages most spoken in the chapters' cities; any other that an event already has stays on the list. */
const common = ['en', 'es', 'zh', 'tl', 'vi', 'ko', 'ar', 'hy', 'fa', 'ru'];

/** Everything that can wait. */
export function FormMore({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { t, locale } = useWords('eventForm');
  const { fields } = t.eventForm;
  const field = modelFields(form, limits.Event, fields);
  const languages = [...new Set([...common, ...form.values.languages])];
  return (
    <Stack>
      <TextInput {...field('summary')} />
      <MarkdownField label={fields.description} hint={fields.descriptionHint} {...form.getInputProps('description')} />
      <Checkbox.Group label={fields.languages} {...form.getInputProps('languages')}>
        <Group gap="md" mt={6}>
          {languages.map((code) => (
            <Checkbox key={code} value={code} label={languageName(locale, code)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea autosize minRows={2} {...field('accessibility')} />
      <TextInput {...field('bring')} />
      <NumberInput
        label={fields.maxGuests}
        description={fields.maxGuestsHint}
        min={0}
        max={20}
        allowDecimal={false}
        {...form.getInputProps('maxGuests')}
      />
      <TextInput {...field('contactName')} />
      <TextInput type="email" {...field('contactEmail')} />
    </Stack>
  );
}
