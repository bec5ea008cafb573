import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { request } from '../api/ask';
import { explain } from '../api/explain';
import { Form } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { formOnly } from '../parts/forms/form-only-fields';
import { useModelForm } from '../parts/forms/use-model-form';
import { notify } from '../parts/notifications/notify';
import { useWords } from '../words/words';
import { shiftChoices } from './move-form';
import { moveSignupMutation, type RosterEvent } from './queries';
import type { RosterEntry } from './roster';

interface MoveSelectedProps {
  event: RosterEvent;
  people: readonly RosterEntry[];
  onDone: () => void;
  onCancel: () => void;
}

/** Moves people one by one, in the order they signed up. Those who can't be moved stay, and are named with the reason. */
export function MoveSelected({ event, people, onDone, onCancel }: MoveSelectedProps) {
  const { t, words, locale } = useWords('roster');
  const labels = t.roster.bulk;
  const move = useMutation({
    mutationFn: async (toShiftId: string) => {
      const ordered = people
        .filter(({ shiftId }) => shiftId !== toShiftId)
        .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
      const problems: string[] = [];
      for (const { id, name } of ordered) {
        await request(moveSignupMutation, { id, toShiftId }).catch((error: unknown) =>
          problems.push(labels.notMoved({ name, reason: explain(words, locale, error) })),
        );
      }
      return { moved: ordered.length - problems.length, problems };
    },
    onSuccess: ({ moved, problems }) => {
      const text = labels.moved({ count: moved });
      if (problems.length > 0) notify.warning([text, ...problems].join(' '));
      else notify.success(text);
      onDone();
    },
  });
  const form = useModelForm({ toShiftId: formOnly.id }, null, {
    labels: { toShiftId: t.roster.moveTo },
    required: ['toShiftId'],
    change: move,
    send: ({ toShiftId }) => move.mutate(toShiftId),
  });
  return (
    <Form form={form} submitLabel={t.roster.moveSubmit} pendingLabel={t.roster.moving} onCancel={onCancel}>
      <Text c="dimmed">{t.roster.moveLead}</Text>
      <FormField form={form} name="toShiftId" as="radio" choices={shiftChoices(event.shifts, event, { t, locale })} />
    </Form>
  );
}
