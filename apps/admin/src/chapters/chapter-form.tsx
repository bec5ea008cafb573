import { limits, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useSettings } from '../session/settings';
import { useWords } from '../words/words';
import { createChapterMutation, updateChapterMutation } from './queries';
import type { ChapterRow } from './chapters';
import { FormField } from '../parts/forms/form-field';

export function ChapterForm({ chapter, onDone }: { chapter?: ChapterRow; onDone: () => void }) {
  const { t } = useWords('chapters');
  const create = useChange(createChapterMutation, {
    quiet: true,
    success: (_, { name }) => t.chapters.added({ name }),
    onDone,
  });
  const update = useChange(updateChapterMutation, { quiet: true, success: () => t.common.saved, onDone });
  const settings = useSettings();
  const form = useModelForm(models.CreateChapterArguments, chapter ?? null, {
    labels: { ...t.chapters, nameHint: chapter ? t.chapters.changeHint : t.chapters.nameHint },
    initial: chapter ? {} : { timeZone: settings.timeZone },
    limits: limits.Chapter,
    change: chapter ? update : create,
    send: (input) => (chapter ? update.mutate({ ...input, id: chapter.id }) : create.mutate(input)),
  });

  return (
    <Form
      form={form}
      submitLabel={chapter ? t.common.save : t.chapters.submit}
      pendingLabel={chapter ? t.common.saving : t.common.adding}
      onCancel={onDone}
    >
      <FormField form={form} name="name" autoFocus />
      <FormField form={form} name="city" />
      <FormField form={form} name="meetingPlace" />
      <FormField form={form} name="postcode" />
      <FormField form={form} name="contactEmail" />
      <FormField form={form} name="timeZone" />
    </Form>
  );
}
