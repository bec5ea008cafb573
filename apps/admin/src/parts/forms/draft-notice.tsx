import { Alert, Button, Group, Text } from '@mantine/core';
import { useWords } from '../../words/words';
import { formatShortDateTime } from '../ui/dates';

interface DraftNoticeProps {
  heading: string;
  title: string;
  savedAt: string;
  onRestore: () => void;
  onDiscard: () => void;
}

export function DraftNotice({ heading, title, savedAt, onRestore, onDiscard }: DraftNoticeProps) {
  const { t, locale } = useWords();
  const words = t.forms.draft;
  return (
    <Alert color="amber" title={heading}>
      <Text size="sm">
        {title !== '' && <strong>{title}. </strong>}
        {words.found({ when: formatShortDateTime(locale, savedAt) })}
      </Text>
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={onRestore}>
          {words.restore}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {words.discard}
        </Button>
      </Group>
    </Alert>
  );
}
