import { Alert, Button, Group } from '@mantine/core';
import { explainBeside } from '../../api/explain';
import { useWords } from '../../words/words';

interface FormFootProps {
  submit: string;
  working: string;
  pending: boolean;
  error: unknown;
  /** The fields that show what was refused of them; of all others it is said here. */
  shown?: ReadonlySet<string>;
  onCancel?: () => void;
}

const none: ReadonlySet<string> = new Set();

/** The end of a short form: what went wrong, unless the fields say it, and the buttons. */
export function FormFoot({ submit, working, pending, error, shown = none, onCancel }: FormFootProps) {
  const { words, locale, t } = useWords();
  const wrong = explainBeside(shown, words, locale, error);
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
        <Button type="submit" aria-disabled={pending}>
          {pending ? working : submit}
        </Button>
      </Group>
    </>
  );
}
