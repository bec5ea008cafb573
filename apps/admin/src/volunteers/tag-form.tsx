import { Text, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useId } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useWords } from '../words/words';
import { formOnly } from '../parts/forms/form-only-fields';
import { ChapterField, useChapterChoice } from './chapter-field';
import { tagMutation, volunteerChoicesQuery, type SelectedVolunteers } from './queries';

interface TagFormProps {
  selected: SelectedVolunteers;
  onDone: () => void;
  onCancel: () => void;
}

export function TagForm({ selected, onDone, onCancel }: TagFormProps) {
  const { labels } = useWords('volunteers');
  const known = useId();
  const { data } = useRead(volunteerChoicesQuery, {});
  const { initial, names } = useChapterChoice();
  const tag = useChange(tagMutation, {
    quiet: true,
    success: ({ tagVolunteers }) => labels.tagDone({ count: tagVolunteers }),
    onDone,
  });
  const form = useModelForm({ tag: formOnly.text, chapterId: formOnly.id }, null, {
    labels,
    initial: { chapterId: initial },
    required: ['tag'],
    limits: { tag: limits.Tag.name },
    change: tag,
    send: (input) => tag.mutate({ ...selected, tag: input.tag, chapterId: input.chapterId || null }),
  });
  return (
    <Form form={form} submitLabel={labels.tagSubmit} pendingLabel={labels.tagging} onCancel={onCancel}>
      <Text c="dimmed">{labels.tagLead}</Text>
      <TextInput label={labels.tag} list={known} autoComplete="off" data-autofocus {...form.field('tag')} />
      <datalist id={known}>
        {data?.volunteerTags.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ChapterField label={labels.for} names={names} {...form.field('chapterId')} />
    </Form>
  );
}
