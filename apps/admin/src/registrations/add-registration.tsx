import { NativeSelect, Text, TextInput } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import { addRegistrationMutation, type EventRegistrations } from './queries';

type Questions = NonNullable<EventRegistrations['form']>['questions'];

interface AddRegistrationProps {
  eventId: string;
  questions: Questions;
  onDone: () => void;
}

/** Answers are optional, because the organizer may not know them. */
export function AddRegistration({ eventId, questions, onDone }: AddRegistrationProps) {
  const { t, labels } = useWords('registrations');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const add = useChange(addRegistrationMutation, {
    quiet: true,
    success: ({ addRegistration }, { input }) =>
      addRegistration.status === 'WAITLISTED' ? labels.addedToWaitlist(input) : labels.added(input),
    onDone,
  });
  const form = useModelForm(models.AddRegistrationInput, null, {
    omit: ['eventId', 'idempotencyKey', 'answers'],
    labels,
    initial: { party: '1' },
    change: add,
    send: (typed, keyFor) => {
      const given = Object.entries(answers).filter(([, value]) => value.trim() !== '');
      const input = { ...typed, eventId, answers: given.map(([questionId, value]) => ({ questionId, value })) };
      add.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  return (
    <Form form={form} submitLabel={t.common.add} pendingLabel={t.common.adding} onCancel={onDone}>
      <Text c="dimmed">{labels.addLead}</Text>
      <FormField form={form} name="name" autoComplete="off" autoFocus />
      <FormField form={form} name="email" autoComplete="off" />
      <FormField form={form} name="party" as="number" />
      <FormField form={form} name="locale" />
      {questions.map((question) => (
        <Answer
          key={question.id}
          question={question}
          value={answers[question.id] ?? ''}
          onChange={(value) => setAnswers({ ...answers, [question.id]: value })}
        />
      ))}
    </Form>
  );
}

interface AnswerProps {
  question: Questions[number];
  value: string;
  onChange: (value: string) => void;
}

function Answer({ question: { label, kind, choices }, value, onChange }: AnswerProps) {
  const { t } = useWords('registrations');
  const { yes, no } = t.registrations;
  const field = {
    label,
    value,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  };
  if (kind === 'YES_NO')
    return (
      <NativeSelect
        {...field}
        data={[
          { value: '', label: '' },
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
    );
  if (kind === 'CHOICE') return <NativeSelect {...field} data={['', ...choices]} />;
  return <TextInput {...field} maxLength={kind === 'LONG_TEXT' ? 1_000 : 200} autoComplete="off" />;
}
