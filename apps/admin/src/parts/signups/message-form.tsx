import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { graphql } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useChange } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Form, useModelForm } from '../forms/form';
import { FormField } from '../forms/form-field';

const messageSignupMutation = graphql(`
  mutation MessageSignup($input: SendEventMessageInput!) {
    sendEventMessage(input: $input) {
      id
    }
  }
`);

/** By sign-up, so that closing the dialog by mistake loses nothing. */
const unsent = new Map<string, { subject: string; body: string }>();

interface MessageFormProps {
  signup: { id: string; name: string };
  eventId: string;
  onDone: () => void;
}

export function MessageForm({ signup, eventId, onDone }: MessageFormProps) {
  const { t } = useWords('roster');
  const send = useChange(messageSignupMutation, {
    quiet: true,
    success: () => t.roster.sent({ name: signup.name }),
    onDone: () => {
      unsent.delete(signup.id);
      onDone();
    },
  });
  const form = useModelForm(models.SendEventMessageInput, null, {
    omit: ['eventId', 'audience', 'subjectEs', 'bodyEs', 'sendAtLocal', 'idempotencyKey'],
    required: ['subject', 'body'],
    labels: t.roster,
    initial: unsent.get(signup.id) ?? {},
    change: send,
    send: (message, keyFor) => {
      const audience = { kind: 'SELECTED' as const, signupIds: [signup.id] };
      send.mutate({ input: { eventId, audience, ...message, idempotencyKey: keyFor(message) } });
    },
  });
  const { values } = form;
  useEffect(() => void unsent.set(signup.id, values), [signup.id, values]);

  return (
    <Form
      form={form}
      submitLabel={t.common.send}
      pendingLabel={t.common.sending}
      onCancel={() => {
        unsent.delete(signup.id);
        onDone();
      }}
    >
      <Text c="dimmed">{t.roster.messageLead}</Text>
      <FormField form={form} name="subject" autoFocus />
      <FormField form={form} name="body" as="textarea" minRows={5} maxRows={14} />
    </Form>
  );
}
