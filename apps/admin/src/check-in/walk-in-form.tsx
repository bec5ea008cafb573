import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useState } from 'react';
import { newKey } from '../api/new-key';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
import { useWords } from '../words/words';
import type { Pending } from './door';
import type { DoorEvent } from './queries';

interface WalkInFormProps {
  event: DoorEvent;
  shiftId: string;
  name: string;
  onAdd: (pending: Pending) => void;
  onCancel: () => void;
}

/** Somebody who came without a sign-up: a name and an address, kept on the phone until the server hears of them. */
export function WalkInForm({ event, shiftId, name, onAdd, onCancel }: WalkInFormProps) {
  const { t } = useWords('checkIn');
  const say = t.checkIn;
  const [addPlace, makeRoom] = useState(false);
  const form = useEntry({
    initial: { name, email: '', shiftId },
    required: ['name', 'email'],
    limits: limits.Signup,
    problems: ({ email }) => ({ email: /^\S+@\S+\.\S+$/.test(email) ? undefined : t.fieldReasons['not-an-address'] }),
    change: { isPending: false, error: null },
    send: (values) => onAdd({ type: 'walk-in', id: newKey(), ...values, addPlace, at: new Date().toISOString() }),
  });
  const { field } = form;
  return (
    <Form of={form} submit={say.addSubmit} working={say.adding} onCancel={onCancel}>
      <Text c="dimmed">{say.addLead}</Text>
      <TextInput label={say.name} autoComplete="off" data-autofocus {...field('name')} />
      <TextInput label={say.email} type="email" autoComplete="off" {...field('email')} />
      {event.shifts.length > 1 && (
        <NativeSelect
          label={say.shift}
          {...field('shiftId')}
          data={event.shifts.map(({ id, role }) => ({ value: id, label: role }))}
        />
      )}
      <Checkbox label={say.room} checked={addPlace} onChange={(chosen) => makeRoom(chosen.currentTarget.checked)} />
    </Form>
  );
}
