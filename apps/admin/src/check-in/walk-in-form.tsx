import { Checkbox, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useState } from 'react';
import { randomUuid } from '../api/new-key';
import { isEmailLike } from '../parts/forms/email-like';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import { namesakesOf, type WalkIn } from './check-in-list';
import type { Attendee, DoorEvent } from './queries';

interface WalkInFormProps {
  event: DoorEvent;
  /** Everyone on the list: without an address, a walk-in may be one of them. */
  people: readonly Attendee[];
  shiftId: string;
  name: string;
  onAdd: (walkIn: WalkIn) => void;
  /** The walk-in has a spot on this shift already. */
  onFound: (person: Attendee) => void;
  onCancel: () => void;
}

const someoneElse = 'someone-else';

/** Form for a person without a sign-up. The details stay on the phone until the server confirms them. */
export function WalkInForm({ event, people, shiftId, name, onAdd, onFound, onCancel }: WalkInFormProps) {
  const { t, words } = useWords('checkIn');
  const labels = t.checkIn;
  const [addPlace, makeRoom] = useState(false);
  const minimumAge = (id: string) => event.shifts.find((shift) => shift.id === id)?.minimumAge ?? 0;
  const sameNames = (entered: { name: string; email: string }) =>
    entered.email.trim() === '' ? namesakesOf(people, entered.name) : [];
  const sameAs = (entered: { name: string; email: string; same: string }) =>
    sameNames(entered).find(({ id }) => id === entered.same);
  const form = useMutationForm({
    initial: { name, email: '', shiftId, age: '', same: '' },
    required: ['name', 'age'],
    limits: limits.Signup,
    problems: (entered) => ({
      email: entered.email === '' || isEmailLike(entered.email) ? undefined : t.fieldReasons['not-an-address'],
      age:
        entered.age === 'minor' && minimumAge(entered.shiftId) >= 18
          ? labels.ageTooYoung({ age: minimumAge(entered.shiftId) })
          : undefined,
      same:
        sameNames(entered).length > 0 && entered.same !== someoneElse && !sameAs(entered)
          ? labels.sameNeeded
          : undefined,
    }),
    change: { isPending: false, error: null },
    send: (entered) => {
      const person = sameAs(entered);
      if (person?.shiftId === entered.shiftId) return onFound(person);
      onAdd({
        type: 'walk-in',
        id: randomUuid(),
        shiftId: entered.shiftId,
        name: person?.name ?? entered.name,
        email: entered.email || null,
        samePersonAs: person?.id ?? null,
        isAdult: entered.age === 'adult',
        addPlace,
        waivers: [],
        at: new Date().toISOString(),
      });
    },
  });
  const { field, set, values } = form;
  const from = minimumAge(values.shiftId);
  const minor = values.age === 'minor';
  const namesakes = sameNames(values);
  return (
    <Form form={form} submitLabel={labels.addSubmit} pendingLabel={labels.adding} onCancel={onCancel}>
      <Text c="dimmed">{labels.addLead}</Text>
      <TextInput label={labels.name} autoComplete="off" data-autofocus {...field('name')} />
      <TextInput
        label={labels.email}
        description={labels.emailHint}
        type="email"
        autoComplete="off"
        {...field('email')}
      />
      {namesakes.length > 0 && (
        <Radio.Group
          label={labels.sameQuestion({ name: namesakes[0]!.name })}
          required
          value={values.same}
          onChange={(same) => set('same', same)}
          error={field('same').error}
        >
          <Stack gap={8} mt={6}>
            {namesakes.map((person) => (
              <Radio key={person.id} value={person.id} label={optionOf(person)} />
            ))}
            <Radio value={someoneElse} label={labels.sameNo} />
          </Stack>
        </Radio.Group>
      )}
      {event.shifts.length > 1 && (
        <NativeSelect
          label={labels.shift}
          {...field('shiftId')}
          data={event.shifts.map(({ id, role }) => ({ value: id, label: role }))}
        />
      )}
      <Radio.Group
        label={labels.age}
        description={
          minor && from > 0 && from < 18 ? labels.ageFrom({ age: from }) : minor && event.withMinors && labels.ageMinors
        }
        required
        value={values.age}
        onChange={(age) => set('age', age)}
        error={field('age').error}
      >
        <Stack gap={8} mt={6}>
          <Radio value="adult" label={labels.ageYes} />
          <Radio value="minor" label={labels.ageNo} />
        </Stack>
      </Radio.Group>
      <Checkbox label={labels.room} checked={addPlace} onChange={(chosen) => makeRoom(chosen.currentTarget.checked)} />
    </Form>
  );

  function optionOf(person: Attendee): string {
    const status = words.enums.signupStatus[person.status];
    const role = event.shifts.length > 1 && event.shifts.find(({ id }) => id === person.shiftId)?.role;
    return role
      ? labels.sameOptionShift({ name: person.name, role, status })
      : labels.sameOption({ name: person.name, status });
  }
}
