import { Alert, Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../../words/words';
import { formatShortDateTime } from '../ui/dates';

export interface ConflictingValues {
  field: string;
  label: string;
  theirs: string;
  mine: string;
  take: () => void;
}

interface ChangedMeanwhileProps {
  by: string | null;
  at: string;
  /** Labels of fields that only the other user changed. Their values are in the form now. */
  taken: readonly string[];
  conflicts: readonly ConflictingValues[];
}

/** Shows another user's changes beside the user's own input. */
export function ConflictNotice({ by, at, taken, conflicts }: ChangedMeanwhileProps) {
  const { t, locale } = useWords();
  const words = t.forms.changedMeanwhile;
  const notice = useRef<HTMLDivElement>(null);
  // The save button is far below the notice, so the notice gets the focus.
  useEffect(() => notice.current?.focus(), [at]);
  return (
    <Alert
      ref={notice}
      tabIndex={-1}
      color="amber"
      role="alert"
      title={words.title({ by, at: formatShortDateTime(locale, at) })}
      data-changed-meanwhile
    >
      <Stack gap="sm">
        {taken.length > 0 && <Text size="sm">{words.taken({ fields: taken.join(', ') })}</Text>}
        {conflicts.length > 0 && <Text size="sm">{words.both}</Text>}
        {conflicts.map(({ field, label, theirs, mine, take }) => (
          <div key={field}>
            <Text size="sm" fw={600}>
              {label}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              {words.theirs}: {theirs || words.empty}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              {words.mine}: {mine || words.empty}
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              mt={4}
              onClick={take}
              aria-label={words.takeOf({ field: label })}
            >
              {words.take}
            </Button>
          </div>
        ))}
        <Text size="sm">{words.save}</Text>
      </Stack>
    </Alert>
  );
}
