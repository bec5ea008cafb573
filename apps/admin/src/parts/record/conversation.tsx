import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { explain } from '../../api/explain';
import { submitOnSaveKeys } from '../ui/save-keys';
import { useUnsaved } from '../ui/unsaved';
import { useWords } from '../../words/words';
import classes from './conversation.module.css';
import { formatDateTime } from '../ui/dates';

export interface Line {
  id: string;
  who: string;
  ours: boolean;
  body: string;
  at: string;
  readAt: string | null;
}

interface ConversationProps {
  label: string;
  lines: readonly Line[];
  emptyText: string;
  /** Message form. Undefined if the conversation is closed. */
  write?: {
    label: string;
    hint: string;
    submit: string;
    pending: boolean;
    error: unknown;
    /** Call `sent` after delivery to clear the field. */
    onSend: (body: string, sent: () => void) => void;
  };
}

/** Messages and a reply form. Unsent text is not stored anywhere. */
export function Conversation({ label, lines, emptyText, write }: ConversationProps) {
  return (
    <div>
      {lines.length === 0 ? (
        <p className={classes.none}>{emptyText}</p>
      ) : (
        <ol className={classes.lines} aria-label={label}>
          {lines.map((line) => (
            <MessageItem key={line.id} line={line} />
          ))}
        </ol>
      )}
      {write && <Write {...write} />}
    </div>
  );
}

function MessageItem({ line: { who, ours, body, at, readAt } }: { line: Line }) {
  const { t, locale } = useWords('advocacy');
  return (
    <li className={classes.line} data-ours={ours || undefined}>
      <p className={classes.who}>
        <strong>{who}</strong>
        <span>{formatDateTime(locale, at)}</span>
        {ours && readAt && <span>{t.advocacy.talk.read}</span>}
      </p>
      <p className={classes.body}>{body}</p>
    </li>
  );
}

function Write({ label, hint, submit, pending, error, onSend }: NonNullable<ConversationProps['write']>) {
  const { t, words, locale } = useWords('advocacy');
  const [body, setBody] = useState('');
  const [missing, setMissing] = useState(false);
  useUnsaved(body.trim() === '' ? null : pending ? 'sent' : 'typed');
  return (
    <form
      noValidate
      autoComplete="off"
      onKeyDown={submitOnSaveKeys}
      onSubmit={(event) => {
        event.preventDefault();
        const empty = body.trim() === '';
        setMissing(empty);
        if (!empty && !pending) onSend(body.trim(), () => setBody(''));
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={label}
          description={hint}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={4000}
          value={body}
          onChange={(event) => {
            setBody(event.currentTarget.value);
            setMissing(false);
          }}
          error={missing ? t.fieldReasons.required : undefined}
        />
        {error != null && (
          <Alert color="clay" role="alert">
            {explain(words, locale, error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" aria-disabled={pending}>
            {pending ? t.advocacy.talk.sending : submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
