import { NativeSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { limits, languageName } from '@upstander/web-kit';
import { MarkdownField } from '../parts/forms/markdown-field';
import { modelFields } from '../parts/forms/model-fields';
import { useWords } from '../words/words';
import type { FundraiserFormValues } from './form-values';

export function FormStory({ form }: { form: UseFormReturnType<FundraiserFormValues> }) {
  const { t, locale } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const field = modelFields(form, limits.Campaign, words);
  return (
    <Stack>
      <TextInput required {...field('title')} />
      <TextInput {...field('summary')} />
      <MarkdownField label={words.story} hint={words.storyHint} required minRows={8} {...form.getInputProps('story')} />
      <NativeSelect
        label={words.language}
        {...form.getInputProps('language')}
        data={['en', 'es'].map((value) => ({ value, label: languageName(locale, value) }))}
      />
    </Stack>
  );
}
