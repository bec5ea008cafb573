import { Text, Textarea, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { graphql } from '@upstander/api-client';
import { useChange } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Form } from '../forms/form';
import { useMutationForm } from '../forms/use-mutation-form';

const messageSignupMutation = graphql(`
  mutation MessageSignup($id: ID!, $subject: String!, $body: String!, $idempotencyKey: String) {
    messageSignup(id: $id, subject: $subject, body: $body, idempotencyKey: $idempotencyKey) {
      ok
    }
  }
`);

/** Unsent text by sign-up, so that closing the dialog by mistake loses nothing. */
const unsent = new Map<string, { subject: string; body: string }>();

/** Sends an email to one volunteer. */
export function MessageForm({ signup, onDone }: { signup: { id: string; name: string }; onDone: () => void }) {
  const { t } = useWords('roster');
  const send = useChange(messageSignupMutation, {
    quiet: true,
    success: () => t.roster.sent({ name: signup.name }),
    onDone: () => {
      unsent.delete(signup.id);
      onDone();
    },
  });
  const form = useMutationForm({
    initial: unsent.get(signup.id) ?? { subject: '', body: '' },
    required: ['subject', 'body'],
    change: send,
    send: (message, keyFor) => send.mutate({ id: signup.id, ...message, idempotencyKey: keyFor(message) }),
  });
  const { values, field } = form;
  useEffect(() => void unsent.set(signup.id, values), [signup.id, values]);

  return (
    <Form
      form={form}
      submitLabel={t.roster.send}
      pendingLabel={t.roster.sending}
      onCancel={() => {
        unsent.delete(signup.id);
        onDone();
      }}
    >
      <Text c="dimmed">{t.roster.messageLead}</Text>
      <TextInput label={t.roster.subject} maxLength={150} data-autofocus {...field('subject')} />
      <Textarea label={t.roster.body} autosize minRows={5} maxRows={14} maxLength={5000} {...field('body')} />
    </Form>
  );
}
