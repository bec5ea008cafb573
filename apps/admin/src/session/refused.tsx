import { Alert } from '@mantine/core';
import { explain } from '../api/explain';
import { AlertIcon } from '../parts/ui/icons';
import { useStartWords } from '../words/start-words';

export function Refused({ error }: { error: unknown }) {
  const { words, locale } = useStartWords();
  if (error == null) return null;
  return (
    <Alert color="clay" role="alert" icon={<AlertIcon />}>
      {explain(words, locale, error)}
    </Alert>
  );
}
