import { Alert, Button, Group, Text } from '@mantine/core';
import { moment } from '../parts/when';
import { useWords } from '../words/words';
import type { StoredDraft } from './draft-store';

interface DraftNoticeProps {
  draft: StoredDraft;
  isNew: boolean;
  onRestore: () => void;
  onDiscard: () => void;
}

/** Something unfinished from last time: continue with it, or not. */
export function DraftNotice({ draft, isNew, onRestore, onDiscard }: DraftNoticeProps) {
  const { t, locale } = useWords();
  const words = t.eventForm.draft;
  return (
    <Alert color="amber" title={isNew ? words.foundTitle : words.foundEditTitle}>
      <Text size="sm">
        {draft.values.title !== '' && <strong>{draft.values.title}. </strong>}
        {words.found(moment(locale, draft.savedAt))}
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
