import { Checkbox, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useState } from 'react';
import { newKey } from '../api/new-key';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import type { WalkIn } from './door';
import type { DoorEvent } from './queries';

interface WalkInFormProps {
  event: DoorEvent;
  shiftId: string;
  name: string;
  onAdd: (walkIn: WalkIn) => void;
  onCancel: () => void;
}

/** Somebody who came without a sign-up: a name and an address, kept on the phone until the server hears of them. */
export function WalkInForm({ event, shiftId, name, onAdd, onCancel }: WalkInFormProps) {
  const { t } = useWords('checkIn');
  const say = t.checkIn;
  const [addPlace, makeRoom] = useState(false);
  const minimumAge = (id: string) => event.shifts.find((shift) => shift.id === id)?.minimumAge ?? 0;
  const form = useMutationForm({
    initial: { name, email: '', shiftId, age: '' },
    required: ['name', 'email', 'age'],
    limits: limits.Signup,
    problems: ({ email, age, shiftId: chosen }) => ({
      email: /^\S+@\S+\.\S+$/.test(email) ? undefined : t.fieldReasons['not-an-address'],
      age: age === 'minor' && minimumAge(chosen) >= 18 ? say.ageTooYoung({ age: minimumAge(chosen) }) : undefined,
    }),
    change: { isPending: false, error: null },
    send: ({ age, ...values }) => {
      const said = { isAdult: age === 'adult', addPlace, waivers: [], at: new Date().toISOString() };
      onAdd({ type: 'walk-in', id: newKey(), ...values, ...said });
    },
  });
  const { field, set, values } = form;
  const from = minimumAge(values.shiftId);
  const minor = values.age === 'minor';
  return (
    <Form form={form} submit={say.addSubmit} working={say.adding} onCancel={onCancel}>
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
      <Radio.Group
        label={say.age}
        description={
          minor && from > 0 && from < 18 ? say.ageFrom({ age: from }) : minor && event.withMinors && say.ageMinors
        }
        required
        value={values.age}
        onChange={(age) => set('age', age)}
        error={field('age').error}
      >
        <Stack gap={8} mt={6}>
          <Radio value="adult" label={say.ageYes} />
          <Radio value="minor" label={say.ageNo} />
        </Stack>
      </Radio.Group>
      <Checkbox label={say.room} checked={addPlace} onChange={(chosen) => makeRoom(chosen.currentTarget.checked)} />
    </Form>
  );
}
