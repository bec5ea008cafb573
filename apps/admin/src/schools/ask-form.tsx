import { models } from '@upstander/web-kit';
import { useNavigate } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { createAskMutation, findSchoolsQuery } from './queries';

export function AskForm({ onDone }: { onDone: () => void }) {
  const { t, labels } = useWords('schools');
  const navigate = useNavigate();
  const { myChapters: mine } = useChapters();
  const forAll = isAdmin(useMe());
  const create = useChange(createAskMutation, {
    quiet: true,
    success: () => labels.created,
    onDone: ({ createSchoolAsk }) => {
      onDone();
      void navigate(`/schools/${createSchoolAsk.id}`);
    },
  });
  const form = useModelForm(models.CreateSchoolAskInput, null, {
    omit: ['letterEn', 'letterEs', 'idempotencyKey'],
    labels: { ...labels, entryId: labels.pick, entryIdNone: labels.notPicked, chapterId: t.shared.chapter },
    initial: { chapterId: forAll ? '' : (mine[0]?.id ?? '') },
    change: create,
    send: ({ school, entryId, city, chapterId }, keyFor) => {
      const input = { ...(entryId ? { entryId } : { school, city }), chapterId };
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
      <FormField form={form} name="school" autoFocus />
      {found.length > 0 && (
        <FormField
          form={form}
          name="entryId"
          choices={found.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` }))}
        />
      )}
      {!entryId && <FormField form={form} name="city" />}
      <FormField
        form={form}
        name="chapterId"
        choices={[
          ...(forAll ? [{ value: '', label: t.shared.theOrganization }] : []),
          ...mine.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Form>
  );
}
