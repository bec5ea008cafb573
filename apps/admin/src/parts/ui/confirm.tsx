import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { TadaDocumentNode } from '@upstander/api-client';
import { useState } from 'react';
import { explain } from '../../api/explain';
import { useChange } from '../../api/use-api';
import { submitOnSaveKeys } from '../forms/form';
import { useUnsaved } from '../forms/unsaved';
import { useWords } from '../../words/words';
import { Dialog } from './dialog';

interface ConfirmProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  text: string;
  /** Asks for a reason; `required` keeps the button from doing anything without one. */
  reason?: { label: string; hint?: string; required?: boolean; most?: number };
  submit: string;
  working: string;
  pending: boolean;
  error: unknown;
  /** `good` where saying yes helps somebody; else the button warns. */
  tone?: 'good' | 'warn';
  onConfirm: (reason: string) => void;
}

/** Asks before something that cannot be taken back, and says what it will do to people. */
export function Confirm(props: ConfirmProps) {
  const { opened, onClose, title } = props;
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <ConfirmBody {...props} />
    </Dialog>
  );
}

interface ConfirmChangeProps<Variables> extends Omit<ConfirmProps, 'pending' | 'error' | 'onConfirm'> {
  mutation: TadaDocumentNode<unknown, Variables>;
  variables: (reason: string) => Variables;
  /** Said when it worked. */
  done: string;
  onFailed?: (error: Error) => boolean;
}

/** Asks, changes it through the API, and closes when that worked; a refusal is said in the dialog. */
export function ConfirmChange<Variables>({
  mutation,
  variables,
  done,
  onFailed,
  ...dialog
}: ConfirmChangeProps<Variables>) {
  const change = useChange(mutation, { quiet: true, success: () => done, onDone: dialog.onClose, onFailed });
  return (
    <Confirm
      {...dialog}
      pending={change.isPending}
      error={change.error}
      onConfirm={(reason) => change.mutate(variables(reason))}
    />
  );
}

function ConfirmBody(props: ConfirmProps) {
  const { onClose, text, reason, submit, working, pending, error, tone = 'warn', onConfirm } = props;
  const { words, locale, t } = useWords();
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  useUnsaved(why.trim() === '' ? null : pending ? 'sent' : 'typed');

  return (
    <form
      noValidate
      onKeyDown={submitOnSaveKeys}
      onSubmit={(event) => {
        event.preventDefault();
        const incomplete = reason?.required === true && why.trim() === '';
        setMissing(incomplete);
        if (!incomplete && !pending) onConfirm(why.trim());
      }}
    >
      <Stack>
        <Text>{text}</Text>
        {reason && (
          <Textarea
            label={reason.label}
            description={reason.hint}
            required={reason.required}
            autosize
            minRows={2}
            maxLength={reason.most ?? 500}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            error={missing ? t.fieldReasons.required : undefined}
            data-autofocus
          />
        )}
        {error != null && (
          <Alert color="clay" role="alert">
            {explain(words, locale, error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus={reason ? undefined : true}>
            {t.common.cancel}
          </Button>
          <Button type="submit" color={tone === 'good' ? undefined : 'clay'} aria-disabled={pending}>
            {pending ? working : submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
