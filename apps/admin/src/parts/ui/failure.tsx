import { Alert, Button, Stack, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { AlertIcon } from './icons';

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { words, locale, t } = useWords();
  const isMissing = isRefusal(error, 'NOT_FOUND');
  return (
    <Alert
      color="clay"
      icon={<AlertIcon />}
      title={isMissing ? t.common.notThereTitle : t.common.couldNotLoad}
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{isMissing ? t.common.notThereText : explain(words, locale, error)}</Text>
        {retry && !isMissing && (
          <Button variant="default" onClick={retry}>
            {t.common.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
