import { isRefusal } from '@upstander/api-client';
import { limits, models } from '@upstander/web-kit';
import { Text } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { optionalChoiceOf } from '../parts/forms/form-only-fields';
import { OverlapReason } from './overlap-reason';
import { addSignupMutation, type RosterEvent } from './queries';

interface AddFormProps {
  event: RosterEvent;
  shiftId: string;
  onDone: () => void;
}

/** An overlapping shift needs a reason. */
export function AddForm({ event, shiftId, onDone }: AddFormProps) {
  const { t } = useWords('roster');
  const add = useChange(addSignupMutation, {
    quiet: true,
    success: ({ addSignup }, { name }) =>
      addSignup.status === 'WAITLISTED'
        ? t.roster.addedToWaitlist({ name, position: addSignup.position })
        : t.roster.added({ name }),
    onDone,
  });
  const first = event.shifts.find(({ placesLeft }) => placesLeft > 0) ?? event.shifts[0];
  const overlap = isRefusal(add.error, 'OVERLAPPING_SHIFT') ? add.error : null;
  const form = useModelForm({ ...models.AddSignupArguments, oldEnough: optionalChoiceOf('yes') }, null, {
    omit: ['idempotencyKey'],
    labels: {
      ...t.roster,
      shiftId: t.common.shift,
      oldEnough: t.roster.isAdult,
      oldEnoughNone: t.roster.isAdultUnknown,
    },
    initial: { shiftId: shiftId || (first?.id ?? '') },
    limits: limits.Signup,
    change: { isPending: add.isPending, error: overlap ? null : add.error },
    send: (typed, keyFor) => {
      const input = { ...typed, oldEnough: typed.oldEnough === 'yes' };
      add.mutate({ ...input, idempotencyKey: keyFor(input) });
    },
  });

  return (
    <Form
      form={form}
      submitLabel={overlap ? t.roster.overlapSubmit : t.roster.addSubmit}
      pendingLabel={t.common.adding}
      onCancel={onDone}
    >
      <Text c="dimmed">{t.roster.addLead}</Text>
      <FormField form={form} name="name" autoComplete="off" autoFocus />
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
      {event.withMinors && (
        <FormField form={form} name="oldEnough" choices={[{ value: 'yes', label: t.roster.isAdultYes }]} />
      )}
      {overlap && <OverlapReason refusal={overlap} {...form.field('overlapReason')} />}
    </Form>
  );
}
