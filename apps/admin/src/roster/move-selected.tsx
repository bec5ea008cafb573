import { Text } from '@mantine/core';
import { explainCode } from '../api/explain';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { formOnly } from '../parts/forms/form-only-fields';
import { notify } from '../parts/notifications/notify';
import { useWords } from '../words/words';
import { shiftChoices } from './move-form';
import { moveSignupsMutation, type RosterEvent } from './queries';
import type { RosterEntry } from './roster';

interface MoveSelectedProps {
  event: RosterEvent;
  people: readonly RosterEntry[];
  onDone: () => void;
  onCancel: () => void;
}

/** Moves people in the order they signed up. Those who can't be moved stay, and are named with the reason. */
export function MoveSelected({ event, people, onDone, onCancel }: MoveSelectedProps) {
  const { t, words, locale } = useWords('roster');
  const labels = t.roster.bulk;
  const move = useChange(moveSignupsMutation, {
    quiet: true,
    onDone: ({ moveSignups }) => {
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      const problems = moveSignups.flatMap(({ id, problem }) =>
        problem === null ? [] : [labels.notMoved({ name: nameOf.get(id) ?? '', reason: explainCode(words, problem) })],
      );
      const text = labels.moved({ count: moveSignups.length - problems.length });
      if (problems.length > 0) notify.warning([text, ...problems].join(' '));
      else notify.success(text);
      onDone();
    },
  });
  const form = useModelForm({ toShiftId: formOnly.id }, null, {
    labels: { toShiftId: t.roster.moveTo },
    required: ['toShiftId'],
    change: move,
    send: ({ toShiftId }) =>
      move.mutate({ ids: people.filter(({ shiftId }) => shiftId !== toShiftId).map(({ id }) => id), toShiftId }),
  });
  return (
    <Form form={form} submitLabel={t.roster.moveSubmit} pendingLabel={t.roster.moving} onCancel={onCancel}>
      <Text c="dimmed">{t.roster.moveLead}</Text>
      <FormField form={form} name="toShiftId" as="radio" choices={shiftChoices(event.shifts, event, { t, locale })} />
    </Form>
  );
}
