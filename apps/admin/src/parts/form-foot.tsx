import { Alert, Button, Group } from '@mantine/core';
import { ApiRefusal } from '../api/answers';
import { explain } from '../api/explain';
import { useWords } from '../words/words';

interface FormFootProps {
  submit: string;
  working: string;
  pending: boolean;
  error: unknown;
  onCancel?: () => void;
}

/** The end of a short form: what went wrong, unless the fields say it, and the buttons. */
export function FormFoot({ submit, working, pending, error, onCancel }: FormFootProps) {
  const { words, locale, t } = useWords();
  const saidAtFields = error instanceof ApiRefusal && Object.keys(error.fields).length > 0;
  return (
    <>
      {error != null && !saidAtFields && (
        <Alert color="clay" role="alert">
          {explain(words, locale, error)}
        </Alert>
      )}
      <Group justify="flex-end">
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t.common.cancel}
          </Button>
        )}
        <Button type="submit" aria-disabled={pending}>
          {pending ? working : submit}
        </Button>
      </Group>
    </>
  );
}
