import { Alert, Button, Group } from '@mantine/core';
import { explainBeside } from '../../api/explain';
import { useWords } from '../../words/words';

interface FormFootProps {
  submitLabel: string;
  /** Shown on the button while the change is sent. By default, "Saving…". */
  pendingLabel?: string | undefined;
  pending: boolean;
  error: unknown;
  /** Fields that show their own errors. Errors of all other fields appear here. */
  fieldsWithErrors?: ReadonlySet<string>;
  onCancel?: () => void;
  /** `warn` if the action takes something away. */
  tone?: 'warn' | undefined;
}

const none: ReadonlySet<string> = new Set();

export function FormFoot({
  submitLabel,
  pendingLabel,
  pending,
  error,
  fieldsWithErrors = none,
  onCancel,
  tone,
}: FormFootProps) {
  const { words, locale, t } = useWords();
  const wrong = explainBeside(fieldsWithErrors, words, locale, error);
  return (
    <>
      {wrong && (
        <Alert color="clay" role="alert">
          {wrong}
        </Alert>
      )}
      <Group justify="flex-end">
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t.common.cancel}
          </Button>
        )}
        <Button type="submit" color={tone && 'clay'} aria-disabled={pending}>
          {pending ? (pendingLabel ?? t.common.saving) : submitLabel}
        </Button>
      </Group>
    </>
  );
}
