import { Text, Textarea, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
import { useWords } from '../words/words';
import { messageSignupMutation } from './queries';
import type { RosterEntry } from './roster';

/** What was typed to each person and is not sent: a key pressed by mistake must not cost anybody their words. */
const unsent = new Map<string, { subject: string; body: string }>();

/** A mail to one person, in the organizer's own words. */
export function MessageForm({ entry, onDone }: { entry: RosterEntry; onDone: () => void }) {
  const { t } = useWords('roster');
  const send = useChange(messageSignupMutation, {
    quiet: true,
    success: () => t.roster.sent({ name: entry.name }),
    onDone: () => {
      unsent.delete(entry.id);
      onDone();
    },
  });
  const form = useEntry({
    initial: unsent.get(entry.id) ?? { subject: '', body: '' },
    required: ['subject', 'body'],
    change: send,
    send: (message, keyFor) => send.mutate({ id: entry.id, ...message, idempotencyKey: keyFor(message) }),
  });
  const { values, field } = form;
  useEffect(() => void unsent.set(entry.id, values), [entry.id, values]);

  return (
    <Form
      of={form}
      submit={t.roster.send}
      working={t.roster.sending}
      onCancel={() => {
        unsent.delete(entry.id);
        onDone();
      }}
    >
      <Text c="dimmed">{t.roster.messageLead}</Text>
      <TextInput label={t.roster.subject} maxLength={150} data-autofocus {...field('subject')} />
      <Textarea label={t.roster.body} autosize minRows={5} maxRows={14} maxLength={5000} {...field('body')} />
    </Form>
  );
}
