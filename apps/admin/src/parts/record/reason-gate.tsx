import { Alert, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { explain } from '../../api/explain';
import { submitOnSaveKeys } from '../ui/save-keys';
import { useUnsaved } from '../ui/unsaved';
import { useWords } from '../../words/words';
import { PageHeader } from '../ui/page-header';
import type { Step } from './record-actions';

interface ReasonGateProps {
  title: string;
  back: { to: string; label: string };
  take: Step;
  onReason: (reason: string) => void;
}

/**
 * Shown before opening another advocate's record: take it, or give a reason to read it. Nothing is loaded before that.
 */
export function ReasonGate({ title, back, take, onReason }: ReasonGateProps) {
  const { t, words, locale } = useWords('advocacy');
  const labels = t.advocacy.gate;
  const isRefused = isRefusal(take.error, 'REASON_NEEDED');
  return (
    <div>
      <PageHeader title={title} back={back} />
      <Paper withBorder p="lg" maw={620}>
        <Stack gap="lg">
          <Title order={2}>{labels.title}</Title>
          <Stack gap="sm" align="flex-start">
            <Text>{labels.takeText}</Text>
            {take.error != null && (
              <Alert color={isRefused ? 'amber' : 'clay'} role="alert">
                {isRefused ? labels.taken : explain(words, locale, take.error)}
              </Alert>
            )}
            <Button onClick={() => !take.pending && take.run()} aria-disabled={take.pending}>
              {take.pending ? t.advocacy.record.taking : t.advocacy.record.take}
            </Button>
          </Stack>
          <ReasonForm onReason={onReason} />
        </Stack>
      </Paper>
    </div>
  );
}

function ReasonForm({ onReason }: { onReason: (reason: string) => void }) {
  const { t } = useWords('advocacy');
  const labels = t.advocacy.gate;
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  useUnsaved(reason.trim() === '' ? null : 'typed');
  return (
    <form
      onKeyDown={submitOnSaveKeys}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const isEmpty = reason.trim() === '';
        setIsMissing(isEmpty);
        if (!isEmpty) onReason(reason.trim());
      }}
    >
      <Stack gap="sm">
        <Text>{labels.text}</Text>
        <Textarea
          label={labels.label}
          description={labels.hint}
          required
          autosize
          minRows={2}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
          error={isMissing ? t.fieldReasons.required : undefined}
        />
        <Group>
          <Button type="submit" variant="default">
            {labels.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
