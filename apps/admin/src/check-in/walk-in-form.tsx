import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { randomUuid } from '../api/new-key';
import { isEmailLike } from '../parts/forms/email-like';
import { Form, useModelForm } from '../parts/forms/form';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { formOnly, choiceOf } from '../parts/forms/form-only-fields';
import { findNamesakes, type WalkIn } from './check-in-list';
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

const { name, email, shiftId, addPlace } = models.AddWalkInInput;
const walkInModel = { name, email, shiftId, addPlace, age: choiceOf('adult', 'minor'), same: formOnly.text };

/** The details stay on the phone until the server confirms them. */
export function WalkInForm({ event, people, shiftId, name, onAdd, onFound, onCancel }: WalkInFormProps) {
  const { t, labels, words } = useWords('checkIn');
  const minimumAge = (id: string) => event.shifts.find((shift) => shift.id === id)?.minimumAge ?? 0;
  const sameNames = (entered: { name: string; email: string }) =>
    entered.email.trim() === '' ? findNamesakes(people, entered.name) : [];
  const sameAs = (entered: { name: string; email: string; same: string }) =>
    sameNames(entered).find(({ id }) => id === entered.same);
  const form = useModelForm(walkInModel, null, {
    labels: { ...labels, shiftId: t.common.shift, addPlace: labels.room },
    initial: { name, shiftId },
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
    send: ({ age, same, ...input }) => {
      const person = sameAs({ ...input, email: input.email ?? '', same });
      if (person?.shiftId === input.shiftId) return onFound(person);
      onAdd({
        ...input,
        type: 'walk-in',
        id: randomUuid(),
        name: person?.name ?? input.name,
        samePersonAs: person?.id ?? null,
        isAdult: age === 'adult',
        waivers: [],
        at: new Date().toISOString(),
      });
    },
  });
  const { values } = form;
  const from = minimumAge(values.shiftId);
  const minor = values.age === 'minor';
  const namesakes = sameNames(values);
  return (
    <Form form={form} submitLabel={labels.addSubmit} pendingLabel={t.common.adding} onCancel={onCancel}>
      <Text c="dimmed">{labels.addLead}</Text>
      <FormField form={form} name="name" autoComplete="off" autoFocus />
      <FormField form={form} name="email" autoComplete="off" />
      {namesakes.length > 0 && (
        <FormField
          form={form}
          name="same"
          as="radio"
          required
          label={labels.sameQuestion({ name: namesakes[0]!.name })}
          choices={[
            ...namesakes.map((person) => ({ value: person.id, label: optionOf(person) })),
            { value: someoneElse, label: labels.sameNo },
          ]}
        />
      )}
      {event.shifts.length > 1 && (
        <FormField
          form={form}
          name="shiftId"
          choices={event.shifts.map(({ id, role }) => ({ value: id, label: role }))}
        />
      )}
      <FormField
        form={form}
        name="age"
        as="radio"
        description={
          minor && from > 0 && from < 18
            ? labels.ageFrom({ age: from })
            : minor && event.withMinors
              ? labels.ageMinors
              : undefined
        }
        choices={[
          { value: 'adult', label: labels.ageYes },
          { value: 'minor', label: labels.ageNo },
        ]}
      />
      <FormField form={form} name="addPlace" />
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
