import { isRefusal } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { OverlapReason } from './overlap-reason';
import { addSignupMutation, type RosterEvent } from './queries';

interface AddFormProps {
  event: RosterEvent;
  shiftId: string;
  onDone: () => void;
}

/** Adds a volunteer who agreed in person. An overlapping shift needs a reason. */
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
  const form = useMutationForm({
    initial: { name: '', email: '', phone: '', shiftId: shiftId || (first?.id ?? ''), overlapReason: '', isAdult: '' },
    required: ['name', 'email'],
    limits: limits.Signup,
    change: { isPending: add.isPending, error: overlap ? null : add.error },
    send: ({ phone, overlapReason, isAdult, ...values }, keyFor) => {
      const input = {
        ...values,
        phone: phone.replace(/[\s().-]/g, '') || null,
        overlapReason: overlapReason || null,
        oldEnough: isAdult === 'yes',
      };
      add.mutate({ ...input, idempotencyKey: keyFor(input) });
    },
  });
  const { field } = form;

  return (
    <Form
      form={form}
      submitLabel={overlap ? t.roster.overlapSubmit : t.roster.addSubmit}
      pendingLabel={t.roster.adding}
      onCancel={onDone}
    >
      <Text c="dimmed">{t.roster.addLead}</Text>
      <TextInput label={t.roster.name} autoComplete="off" data-autofocus {...field('name')} />
      <TextInput label={t.roster.email} type="email" autoComplete="off" {...field('email')} />
      <TextInput
        label={t.roster.phone}
        type="tel"
        autoComplete="off"
        description={t.roster.phoneHint}
        {...field('phone')}
      />
      <NativeSelect
        label={t.roster.shift}
        {...field('shiftId')}
        data={event.shifts.map(({ id, role, placesLeft }) => ({
          value: id,
          label: `${role} (${placesLeft > 0 ? t.roster.left({ count: placesLeft }) : t.common.full})`,
        }))}
      />
      {event.withMinors && (
        <NativeSelect
          label={t.roster.isAdult}
          {...field('isAdult')}
          data={[
            { value: '', label: t.roster.isAdultUnknown },
            { value: 'yes', label: t.roster.isAdultYes },
          ]}
        />
      )}
      {overlap && <OverlapReason refusal={overlap} {...field('overlapReason')} />}
    </Form>
  );
}
