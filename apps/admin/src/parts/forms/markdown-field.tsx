import { limits } from '@upstander/web-kit';
import { Input, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import { Loading } from '../ui/loading';
import classes from '../ui/markdown.module.css';

const Markdown = lazy(() => import('../ui/markdown').then(({ Markdown: component }) => ({ default: component })));

interface MarkdownFieldProps {
  label: string;
  hint: string;
  value?: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
  error?: ReactNode;
  required?: boolean;
  minRows?: number;
  /** Defaults to the limit of event descriptions. */
  maxLength?: number;
}

export function MarkdownField({
  label,
  hint,
  value = '',
  minRows = 5,
  maxLength = limits.Event.description,
  ...field
}: MarkdownFieldProps) {
  const { t } = useWords();
  const words = t.forms.markdown;
  const id = useId();
  const [view, setView] = useState('write');
  return (
    <Stack gap={8}>
      <div className={classes.top}>
        <Input.Label size="md" htmlFor={id} required={field.required}>
          {label}
        </Input.Label>
        <SegmentedControl
          size="xs"
          aria-label={words.view}
          value={view}
          onChange={setView}
          data={[
            { value: 'write', label: words.write },
            { value: 'preview', label: words.preview },
          ]}
        />
      </div>
      <Textarea
        id={id}
        description={hint}
        autosize
        minRows={minRows}
        maxRows={16}
        maxLength={maxLength}
        hidden={view === 'preview'}
        value={value}
        {...field}
      />
      {view === 'preview' && (
        <div className={classes.preview}>
          <MarkdownText text={value} />
        </div>
      )}
    </Stack>
  );
}

export function MarkdownText({ text }: { text: string }) {
  const { t } = useWords();
  const words = t.forms.markdown;
  if (text.trim() === '') return <Text c="dimmed">{words.nothingToPreview}</Text>;
  return (
    <Suspense fallback={<Loading noun={words.previewWhat} lines={2} />}>
      <Markdown text={text} />
    </Suspense>
  );
}
