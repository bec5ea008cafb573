import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { TadaDocumentNode } from '@upstander/api-client';
import { useState, type ReactNode } from 'react';
import { ErrorAlert } from './error-alert';
import { useChange } from '../../api/use-api';
import { submitOnSaveKeys } from './save-keys';
import { useUnsaved } from './unsaved';
import { useWords } from '../../words/words';
import { Dialog } from './dialog';

interface ConfirmProps {
  /** True by default, for dialogs that are only rendered while open. */
  opened?: boolean;
  onClose: () => void;
  title: string;
  text: string;
  /** Shown below the text. */
  children?: ReactNode;
  reason?: { label: string; hint?: string; required?: boolean; maxLength?: number };
  submitLabel: string;
  /** Shown on the button while the change is sent. By default, "Saving…". */
  pendingLabel?: string;
  pending: boolean;
  error: unknown;
  /** `good` for actions in someone's favor. By default, the button is a warning. */
  tone?: 'good' | 'warn';
  onConfirm: (reason: string) => void;
}

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
  successMessage: string;
  onFailed?: (error: Error) => boolean;
}

/** Closes on success. Refusals are shown in the dialog. */
export function ConfirmChange<Variables>({
  mutation,
  variables,
  successMessage,
  onFailed,
  ...dialog
}: ConfirmChangeProps<Variables>) {
  const change = useChange(mutation, { quiet: true, success: () => successMessage, onDone: dialog.onClose, onFailed });
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
  const {
    onClose,
    text,
    children,
    reason,
    submitLabel,
    pendingLabel,
    pending,
    error,
    tone = 'warn',
    onConfirm,
  } = props;
  const { t } = useWords();
  const [reasonText, setReasonText] = useState('');
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  useUnsaved(reasonText.trim() === '' ? null : pending ? 'sent' : 'typed');

  return (
    <form
      noValidate
      onKeyDown={submitOnSaveKeys}
      onSubmit={(event) => {
        event.preventDefault();
        const incomplete = reason?.required === true && reasonText.trim() === '';
        setIsReasonMissing(incomplete);
        if (!incomplete && !pending) onConfirm(reasonText.trim());
      }}
    >
      <Stack>
        <Text>{text}</Text>
        {children}
        {reason && (
          <Textarea
            label={reason.label}
            description={reason.hint}
            required={reason.required}
            autosize
            minRows={2}
            maxLength={reason.maxLength ?? 500}
            value={reasonText}
            onChange={(event) => setReasonText(event.currentTarget.value)}
            error={isReasonMissing ? t.fieldReasons.required : undefined}
            data-autofocus
          />
        )}
        <ErrorAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus={reason ? undefined : true}>
            {t.common.cancel}
          </Button>
          <Button type="submit" color={tone === 'good' ? undefined : 'clay'} aria-disabled={pending}>
            {pending ? (pendingLabel ?? t.common.saving) : submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
