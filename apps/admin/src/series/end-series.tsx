import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorAlert } from '../parts/ui/error-alert';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { endSeriesMutation, type ManagedSeries } from './queries';

interface EndSeriesProps {
  series: ManagedSeries;
  opened: boolean;
  onClose: () => void;
}

export function EndSeries({ series, opened, onClose }: EndSeriesProps) {
  const { show } = useWords('series').t.series;
  return (
    <Dialog opened={opened} onClose={onClose} title={show.endTitle}>
      <EndForm series={series} onClose={onClose} />
    </Dialog>
  );
}

function EndForm({ series, onClose }: Omit<EndSeriesProps, 'opened'>) {
  const { t } = useWords('series');
  const { show } = t.series;
  const [lastDay, setLastDay] = useState(todayIn(series.timeZone));
  const [reason, setReason] = useState('');
  const change = useChange(endSeriesMutation, { quiet: true, success: () => show.ended, onDone: onClose });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isPending) change.mutate({ id: series.id, lastDay, reason: reason.trim() || null });
      }}
    >
      <Stack>
        <Text>{show.endText}</Text>
        <TextInput
          type="date"
          label={t.shared.lastDay}
          required
          value={lastDay}
          onChange={({ currentTarget }) => setLastDay(currentTarget.value)}
        />
        <Textarea
          label={t.common.reason}
          description={show.reasonHint}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ErrorAlert error={change.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button type="submit" color="clay" aria-disabled={change.isPending}>
            {change.isPending ? t.common.ending : show.endConfirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
