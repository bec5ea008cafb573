import { Input, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../parts/loading';
import { useWords } from '../words/words';
import type { EventFormValues } from './event-form-values';
import classes from './event-form.module.css';

// The Markdown reader is only fetched by those who look at a preview.
const Markdown = lazy(() => import('./markdown').then(({ Markdown: component }) => ({ default: component })));

export function MarkdownField({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { t } = useWords();
  const { fields } = t.eventForm;
  const [view, setView] = useState('write');
  const text = form.values.description;
  return (
    <Stack gap={6}>
      <div className={classes.markdownTop}>
        <Input.Label size="md" htmlFor="event-description">
          {fields.description}
        </Input.Label>
        <SegmentedControl
          size="xs"
          aria-label={fields.view}
          value={view}
          onChange={setView}
          data={[
            { value: 'write', label: fields.write },
            { value: 'preview', label: fields.preview },
          ]}
        />
      </div>
      <Textarea
        id="event-description"
        description={fields.descriptionHint}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={20_000}
        hidden={view === 'preview'}
        {...form.getInputProps('description')}
      />
      {view === 'preview' && (
        <div className={classes.preview}>
          {text.trim() === '' ? (
            <Text c="dimmed">{fields.nothingToPreview}</Text>
          ) : (
            <Suspense fallback={<Loading what={fields.previewWhat} lines={2} />}>
              <Markdown text={text} />
            </Suspense>
          )}
        </div>
      )}
    </Stack>
  );
}
