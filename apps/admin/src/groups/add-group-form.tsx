import { Group, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { limits, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { OverlapReason } from '../roster/overlap-reason';
import type { RosterEvent } from '../roster/queries';
import { useWords } from '../words/words';
import { addGroupMutation } from './queries';

interface AddGroupFormProps {
  event: RosterEvent;
  shiftId: string;
  onDone: () => void;
}

export function AddGroupForm({ event, shiftId, onDone }: AddGroupFormProps) {
  const { t, labels } = useWords('groups', 'roster');
  const add = useChange(addGroupMutation, {
    quiet: true,
    success: ({ addGroup }, { groupName }) =>
      addGroup.status === 'WAITLISTED'
        ? labels.addedToWaitlist({ group: groupName })
        : labels.added({ group: groupName }),
    onDone,
  });
  const roomiest = [...event.shifts].sort((one, other) => other.placesLeft - one.placesLeft)[0];
  const overlap = isRefusal(add.error, 'OVERLAPPING_SHIFT') ? add.error : null;
  const form = useModelForm(models.AddGroupArguments, null, {
    omit: ['idempotencyKey'],
    labels: { ...t.roster, ...labels },
    initial: { shiftId: shiftId || (roomiest?.id ?? '') },
    limits: limits.Signup,
    required: ['groupName', 'people'],
    change: { isPending: add.isPending, error: overlap ? null : add.error },
    send: (input, keyFor) => add.mutate({ ...input, idempotencyKey: keyFor(input) }),
  });
  return (
    <Form
      form={form}
      submitLabel={overlap ? t.roster.overlapSubmit : labels.submit}
      pendingLabel={t.common.adding}
      onCancel={onDone}
    >
      <Text c="dimmed">{labels.addLead}</Text>
      <FormField form={form} name="groupName" autoComplete="off" autoFocus />
      <Group grow align="start">
        <FormField form={form} name="people" as="number" />
        {event.withMinors && <FormField form={form} name="minors" as="number" />}
      </Group>
      <FormField form={form} name="name" autoComplete="off" />
      <FormField form={form} name="email" autoComplete="off" />
      <FormField form={form} name="phone" autoComplete="off" />
      <FormField
        form={form}
        name="shiftId"
        choices={event.shifts.map(({ id, role, placesLeft }) => ({
          value: id,
          label: `${role} (${placesLeft > 0 ? t.roster.left({ count: placesLeft }) : t.common.full})`,
        }))}
      />
      {event.withMinors && <FormField form={form} name="oldEnough" />}
      {overlap && <OverlapReason refusal={overlap} {...form.field('overlapReason')} />}
    </Form>
  );
}
