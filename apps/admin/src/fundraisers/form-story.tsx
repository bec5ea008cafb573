import { NativeSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { limits, languageName } from '@upstander/web-kit';
import { MarkdownField } from '../parts/forms/markdown-field';
import { useWords } from '../words/words';
import type { FundraiserFormValues } from './form-values';

export function FormStory({ form }: { form: UseFormReturnType<FundraiserFormValues> }) {
  const { t, locale } = useWords();
  const words = t.fundraiserForm;
  return (
    <Stack>
      <TextInput
        label={words.title}
        description={words.titleHint}
        required
        maxLength={limits.Campaign.title}
        {...form.getInputProps('title')}
      />
      <TextInput
        label={words.summary}
        description={words.summaryHint}
        maxLength={limits.Campaign.summary}
        {...form.getInputProps('summary')}
      />
      <MarkdownField label={words.story} hint={words.storyHint} required minRows={8} {...form.getInputProps('story')} />
      <NativeSelect
        label={words.language}
        {...form.getInputProps('language')}
        data={['en', 'es'].map((value) => ({ value, label: languageName(locale, value) }))}
      />
    </Stack>
  );
}
