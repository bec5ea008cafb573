import { newKey } from '../api/new-key';
import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import { messageSignupMutation, type RosterEntry } from './queries';

/** What was typed to each person and is not sent: a key pressed by mistake must not cost anybody their words. */
const unsent = new Map<string, { subject: string; body: string }>();

/** A mail to one person, in the organizer's own words. */
export function MessageForm({ entry, onDone }: { entry: RosterEntry; onDone: () => void }) {
  const { t } = useWords();
  const send = useChange(messageSignupMutation, {
    quiet: true,
    success: () => t.roster.sent({ name: entry.name }),
    onDone: () => {
      unsent.delete(entry.id);
      onDone();
    },
  });
  const { values, field, complete, shown } = useFields(
    unsent.get(entry.id) ?? { subject: '', body: '' },
    ['subject', 'body'],
    send.error,
  );
  useEffect(() => void unsent.set(entry.id, values), [entry.id, values]);
  // One dialog is one message, however often the button is pressed; changed words make it another.
  const key = useRef({ input: '', key: '' });

  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (!complete() || send.isPending) return;
    const text = JSON.stringify(values);
    if (key.current.input !== text) key.current = { input: text, key: newKey() };
    send.mutate({ id: entry.id, subject: values.subject.trim(), body: values.body, idempotencyKey: key.current.key });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed">{t.roster.messageLead}</Text>
        <TextInput label={t.roster.subject} maxLength={150} data-autofocus {...field('subject')} />
        <Textarea label={t.roster.body} autosize minRows={5} maxRows={14} maxLength={5000} {...field('body')} />
        <FormFoot
          submit={t.roster.send}
          working={t.roster.sending}
          pending={send.isPending}
          error={send.error}
          shown={shown}
          onCancel={() => {
            unsent.delete(entry.id);
            onDone();
          }}
        />
      </Stack>
    </form>
  );
}
