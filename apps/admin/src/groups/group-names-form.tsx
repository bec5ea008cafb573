import { Group } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { formOnly } from '../parts/forms/form-only-fields';
import type { RosterEvent } from '../roster/queries';
import type { RosterEntry } from '../roster/roster';
import { useWords } from '../words/words';
import { updateGroupMutation } from './queries';

interface GroupNamesFormProps {
  event: RosterEvent;
  entry: RosterEntry;
  onDone: () => void;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A shift that has no minors now may have had them when the group signed up. */
export function GroupNamesForm({ event, entry, onDone }: GroupNamesFormProps) {
  const { t, labels } = useWords('groups');
  const group = entry.groupName ?? '';
  const { guests, minorGuests, guestNames } = entry;
  const hasMinors = event.withMinors || minorGuests > 0;
  const save = useChange(updateGroupMutation, { quiet: true, success: () => labels.saved({ group }), onDone });
  const form = useModelForm(
    { people: formOnly.count, minors: formOnly.count, minorNames: formOnly.text, names: formOnly.text },
    null,
    {
      labels: {
        ...labels,
        names: hasMinors ? labels.adultNames : labels.names,
        namesHint: hasMinors ? '' : labels.namesHint,
        minorNamesHint: labels.namesHint,
      },
      initial: {
        people: String(1 + guests),
        minors: String(minorGuests),
        minorNames: guestNames.slice(0, minorGuests).filter(Boolean).join('\n'),
        names: guestNames.slice(minorGuests).filter(Boolean).join('\n'),
      },
      limits: limits.Signup,
      required: ['people'],
      change: save,
      send: ({ people, minors, minorNames, names }) =>
        save.mutate({
          signupId: entry.id,
          people: people ?? 0,
          minors: minors ?? 0,
          minorNames: linesOf(minorNames),
          names: linesOf(names),
        }),
    },
  );
  return (
    <Form form={form} submitLabel={t.common.save} onCancel={onDone}>
      <Group grow align="start">
        <FormField form={form} name="people" as="number" autoFocus />
        {hasMinors && <FormField form={form} name="minors" as="number" />}
      </Group>
      {hasMinors && <FormField form={form} name="minorNames" as="textarea" minRows={5} maxRows={12} />}
      <FormField form={form} name="names" as="textarea" minRows={hasMinors ? 2 : 5} maxRows={12} />
    </Form>
  );
}
