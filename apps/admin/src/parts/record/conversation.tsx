import type { ReactNode } from 'react';
import { Form, useModelForm } from '../forms/form';
import { useWords } from '../../words/words';
import { formatDateTime } from '../ui/dates';
import { FormField } from '../forms/form-field';
import classes from './conversation.module.css';

export interface Line {
  id: string;
  author: string;
  isOurs: boolean;
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
    /** Shown above the field. */
    note?: ReactNode;
    label: string;
    hint: string;
    submit: string;
    pending: boolean;
    error: unknown;
    /** Call `sent` after delivery to clear the field. */
    onSend: (body: string, sent: () => void) => void;
  };
}

/** Unsent text is not stored anywhere. */
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

function MessageItem({ line: { author, isOurs, body, at, readAt } }: { line: Line }) {
  const { t, locale } = useWords('advocacy');
  return (
    <li className={classes.line} data-ours={isOurs || undefined}>
      <p className={classes.who}>
        <strong>{author}</strong>
        <span>{formatDateTime(locale, at)}</span>
        {isOurs && readAt && <span>{t.advocacy.talk.read}</span>}
      </p>
      <p className={classes.body}>{body}</p>
    </li>
  );
}

const messageModel = { body: { kind: 'longText', required: true, nullable: false, max: 4000 } } as const;

function Write({ note, label, hint, submit, pending, error, onSend }: NonNullable<ConversationProps['write']>) {
  const { t } = useWords();
  const form = useModelForm(messageModel, null, {
    labels: { body: label, bodyHint: hint },
    change: { isPending: pending, error },
    send: ({ body }) => onSend(body, () => form.set('body', '')),
  });
  return (
    <Form form={form} submitLabel={submit} pendingLabel={t.common.sending} autoComplete="off">
      {note}
      <FormField form={form} name="body" minRows={3} maxRows={14} />
    </Form>
  );
}
