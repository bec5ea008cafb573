import { limits } from '@upstander/web-kit';
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useSettings } from '../parts/ui/settings';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import { createChapterMutation, updateChapterMutation, type ChapterRow } from './queries';
import { zoneChoices } from '../parts/forms/zones';

/** A new chapter, or `chapter` called something else. */
export function ChapterForm({ chapter, onDone }: { chapter?: ChapterRow; onDone: () => void }) {
  const { t } = useWords();
  const create = useChange(createChapterMutation, {
    quiet: true,
    success: (_, { name }) => t.chapters.added({ name }),
    onDone,
  });
  const update = useChange(updateChapterMutation, { quiet: true, success: () => t.chapters.saved, onDone });
  const change = chapter ? update : create;
  const settings = useSettings();
  const zones = zoneChoices(Intl.supportedValuesOf('timeZone'), chapter?.timeZone ?? settings.timeZone);
  const { values, field, complete, shown } = useFields(
    {
      name: chapter?.name ?? '',
      city: chapter?.city ?? '',
      timeZone: chapter?.timeZone ?? zones[0] ?? settings.timeZone,
    },
    ['name', 'city'],
    change.error,
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || change.isPending) return;
    const typed = { name: values.name.trim(), city: values.city.trim(), timeZone: values.timeZone };
    if (chapter) update.mutate({ id: chapter.id, ...typed });
    else create.mutate(typed);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t.chapters.name}
          description={chapter ? t.chapters.changeHint : t.chapters.nameHint}
          maxLength={limits.Chapter.name}
          data-autofocus
          {...field('name')}
        />
        <TextInput label={t.chapters.city} maxLength={limits.Chapter.city} {...field('city')} />
        <NativeSelect label={t.chapters.timeZone} {...field('timeZone')} data={zones} />
        <FormFoot
          submit={chapter ? t.chapters.save : t.chapters.submit}
          working={chapter ? t.chapters.saving : t.chapters.adding}
          pending={change.isPending}
          error={change.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
