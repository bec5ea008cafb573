import { limits } from '@upstander/web-kit';
import { TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useSettings } from '../session/settings';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { createChapterMutation, updateChapterMutation } from './queries';
import type { ChapterRow } from './chapters';
import { ZoneField } from '../parts/forms/zone-field';

export function ChapterForm({ chapter, onDone }: { chapter?: ChapterRow; onDone: () => void }) {
  const { t } = useWords('chapters');
  const create = useChange(createChapterMutation, {
    quiet: true,
    success: (_, { name }) => t.chapters.added({ name }),
    onDone,
  });
  const update = useChange(updateChapterMutation, { quiet: true, success: () => t.chapters.saved, onDone });
  const change = chapter ? update : create;
  const settings = useSettings();
  const form = useMutationForm({
    initial: {
      name: chapter?.name ?? '',
      city: chapter?.city ?? '',
      meetingPlace: chapter?.meetingPlace ?? '',
      postcode: chapter?.postcode ?? '',
      contactEmail: chapter?.contactEmail ?? '',
      timeZone: chapter?.timeZone ?? settings.timeZone,
    },
    required: ['name', 'city'],
    limits: limits.Chapter,
    change: change,
    send: (values) => {
      const { name, city, timeZone, meetingPlace, postcode, contactEmail } = values;
      const typed = {
        name,
        city,
        timeZone,
        meetingPlace: meetingPlace || null,
        postcode: postcode || null,
        contactEmail: contactEmail || null,
      };
      if (chapter) update.mutate({ id: chapter.id, ...typed });
      else create.mutate(typed);
    },
  });
  const { field } = form;

  return (
    <Form
      form={form}
      submitLabel={chapter ? t.chapters.save : t.chapters.submit}
      pendingLabel={chapter ? t.chapters.saving : t.chapters.adding}
      onCancel={onDone}
    >
      <TextInput
        label={t.chapters.name}
        description={chapter ? t.chapters.changeHint : t.chapters.nameHint}
        data-autofocus
        {...field('name')}
      />
      <TextInput label={t.chapters.city} {...field('city')} />
      <TextInput label={t.chapters.meetingPlace} description={t.chapters.meetingPlaceHint} {...field('meetingPlace')} />
      <TextInput label={t.chapters.postcode} description={t.chapters.postcodeHint} {...field('postcode')} />
      <TextInput
        label={t.chapters.contactEmail}
        description={t.chapters.contactEmailHint}
        type="email"
        {...field('contactEmail')}
      />
      <ZoneField
        label={t.chapters.timeZone}
        value={form.values.timeZone}
        error={field('timeZone').error}
        onChange={(zone) => form.set('timeZone', zone)}
      />
    </Form>
  );
}
