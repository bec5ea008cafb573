import { Alert } from '@mantine/core';
import { explain } from '../../api/explain';
import { useStartWords } from '../../words/start-words';

/** Says why a change failed. Shows nothing without an error. */
export function ErrorAlert({ error }: { error: unknown }) {
  const { words, locale } = useStartWords();
  if (!error) return null;
  return (
    <Alert color="clay" role="alert">
      {explain(words, locale, error)}
    </Alert>
  );
}
