import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/words';
import { PageHeader } from '../page-header';

interface ReasonGateProps {
  /** Names the window and the screen; nothing of the record, which is not read yet. */
  title: string;
  back: { to: string; label: string };
  onReason: (reason: string) => void;
}

/** Stands before a record that is not one's own to read as a matter of course. Nothing was read so far. */
export function ReasonGate({ title, back, onReason }: ReasonGateProps) {
  const { t } = useWords();
  const words = t.advocacy.gate;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <div>
      <PageHeader title={title} back={back} />
      <Paper withBorder p="lg" maw={620}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const empty = reason.trim() === '';
            setMissing(empty);
            if (!empty) onReason(reason.trim());
          }}
        >
          <Stack>
            <Text fw={600}>{words.title}</Text>
            <Text>{words.text}</Text>
            <Textarea
              label={words.label}
              description={words.hint}
              required
              autosize
              minRows={2}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={missing ? t.fieldReasons.required : undefined}
            />
            <Group>
              <Button type="submit">{words.submit}</Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </div>
  );
}
