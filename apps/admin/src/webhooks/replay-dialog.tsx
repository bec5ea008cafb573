import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorAlert } from '../parts/ui/error-alert';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { useWords } from '../words/words';
import { replayManyMutation } from './queries';

/** Sends the events of some days again. Days begin at midnight of this computer. */
export function ReplayDialog({ endpointId, onClose }: { endpointId: string; onClose: () => void }) {
  const { t, labels } = useWords('webhooks');
  const today = dayText(new Date());
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [onlyFailed, setOnlyFailed] = useState(true);
  const replay = useChange(replayManyMutation, {
    quiet: true,
    success: ({ replayWebhooks: { count } }) => labels.replayedMany({ count }),
    onDone: onClose,
  });
  const start = new Date(`${from}T00:00`);
  const end = new Date(`${until}T00:00`);
  end.setDate(end.getDate() + 1);
  const isValid = start < end;
  return (
    <Dialog onClose={onClose} title={labels.replayMany}>
      <TextInput type="date" label={labels.from} value={from} onChange={({ target }) => setFrom(target.value)} />
      <TextInput
        type="date"
        label={t.shared.lastDay}
        value={until}
        onChange={({ target }) => setUntil(target.value)}
        error={isValid ? undefined : labels.outOfOrder}
      />
      <Checkbox
        label={labels.onlyFailed}
        checked={onlyFailed}
        onChange={({ target }) => setOnlyFailed(target.checked)}
      />
      <ErrorAlert error={replay.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <Button
          aria-disabled={!isValid || replay.isPending}
          onClick={() => {
            if (!isValid || replay.isPending) return;
            const range = { from: start.toISOString(), until: end.toISOString() };
            replay.mutate({ input: { endpointId, ...range, ...(onlyFailed && { status: 'FAILED' }) } });
          }}
        >
          {labels.replay}
        </Button>
      </Group>
    </Dialog>
  );
}

function dayText(day: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}
