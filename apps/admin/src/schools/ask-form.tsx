import { NativeSelect, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useNavigate } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { createAskMutation, findSchoolsQuery } from './queries';

/** Form to start outreach to a school or district, from the directory or typed. */
export function AskForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords('schools');
  const labels = t.schools;
  const navigate = useNavigate();
  const { mine } = useChapters();
  const forAll = isAdmin(useMe());
  const create = useChange(createAskMutation, {
    quiet: true,
    success: () => labels.created,
    onDone: ({ createSchoolAsk }) => {
      onDone();
      void navigate(`/schools/${createSchoolAsk.id}`);
    },
  });
  const form = useMutationForm({
    initial: { school: '', entryId: '', city: '', chapterId: forAll ? '' : (mine[0]?.id ?? '') },
    required: ['school'],
    limits: limits.Ask,
    change: create,
    send: ({ school, entryId, city, chapterId }, keyFor) => {
      const place = entryId ? { entryId } : { school, city };
      const input = { ...place, chapterId: chapterId || null };
      create.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { school, entryId } = form.values;
  const search = school.trim();
  const { data } = useRead(findSchoolsQuery, { search }, { enabled: search.length >= 3 });
  const found = search.length >= 3 ? (data?.findSchools ?? []) : [];
  return (
    <Form form={form} submitLabel={labels.create} pendingLabel={labels.creating} onCancel={onDone}>
      <p>{labels.createLead}</p>
      <TextInput label={labels.school} description={labels.schoolHint} data-autofocus {...form.field('school')} />
      {found.length > 0 && (
        <NativeSelect
          label={labels.pick}
          data={[
            { value: '', label: labels.notPicked },
            ...found.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` })),
          ]}
          {...form.field('entryId')}
        />
      )}
      {!entryId && <TextInput label={labels.city} {...form.field('city')} />}
      <NativeSelect
        label={labels.chapter}
        data={[
          ...(forAll ? [{ value: '', label: labels.noChapter }] : []),
          ...mine.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.field('chapterId')}
      />
    </Form>
  );
}
