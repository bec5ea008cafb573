import { isRefusal } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { newKey } from '../api/new-key';
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useRef, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import { OverlapReason } from './overlap-reason';
import { addSignupMutation, type RosterEvent } from './queries';

interface AddFormProps {
  event: RosterEvent;
  shiftId: string;
  onDone: () => void;
}

/** Somebody who said yes in person. A second shift at the same time is possible, with a reason. */
export function AddForm({ event, shiftId, onDone }: AddFormProps) {
  const { t } = useWords();
  const add = useChange(addSignupMutation, {
    quiet: true,
    success: ({ addSignup }, { name }) =>
      addSignup.status === 'WAITLISTED'
        ? t.roster.addedToWaitlist({ name, position: addSignup.position })
        : t.roster.added({ name }),
    onDone,
  });
  const first = event.shifts.find(({ placesLeft }) => placesLeft > 0) ?? event.shifts[0];
  const { values, field, complete, shown } = useFields(
    { name: '', email: '', phone: '', shiftId: shiftId || (first?.id ?? ''), overlapReason: '' },
    ['name', 'email'],
    add.error,
  );
  const key = useRef({ input: '', key: '' });
  const overlap = isRefusal(add.error, 'OVERLAPPING_SHIFT') ? add.error : null;

  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (!complete() || add.isPending) return;
    const input = {
      shiftId: values.shiftId,
      name: values.name.trim(),
      email: values.email.trim(),
      phone: values.phone.trim() === '' ? null : values.phone.replace(/[\s().-]/g, ''),
      overlapReason: values.overlapReason.trim() === '' ? null : values.overlapReason.trim(),
    };
    const text = JSON.stringify(input);
    if (key.current.input !== text) key.current = { input: text, key: newKey() };
    add.mutate({ ...input, idempotencyKey: key.current.key });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed">{t.roster.addLead}</Text>
        <TextInput
          label={t.roster.name}
          autoComplete="off"
          maxLength={limits.Signup.name}
          data-autofocus
          {...field('name')}
        />
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
        {overlap && <OverlapReason refusal={overlap} {...field('overlapReason')} />}
        <FormFoot
          submit={overlap ? t.roster.overlapSubmit : t.roster.addSubmit}
          working={t.roster.adding}
          pending={add.isPending}
          error={overlap ? null : add.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
