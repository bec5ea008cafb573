import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ErrorAlert } from '../parts/ui/error-alert';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { useRead } from '../api/use-api';
import type { EventInput } from '../events/queries';
import { notify } from '../parts/notifications/notify';
import { Dialog } from '../parts/ui/dialog';
import { useWords } from '../words/words';
import { Consequences } from './consequences';
import { editPreviewQuery, updateSeriesMutation } from './queries';

type Scope = 'THIS' | 'FOLLOWING' | 'ALL';

interface ScopeDialogProps {
  /** The saved form, or null if the dialog is closed. */
  input: EventInput | null;
  seriesId: string;
  eventId: string;
  /** People who get an email if only this date changes. */
  people: number;
  onClose: () => void;
  onThis: () => Promise<void>;
  /** Called after several dates were saved. */
  onSaved: () => Promise<void>;
  /** Called with a refusal that belongs to the form. */
  onRefused: (error: unknown) => void;
}

/** Asks which dates of a series an edit applies to, and says what it does to them before it is saved. */
export function ScopeDialog(props: ScopeDialogProps) {
  const { scope } = useWords('series').t.series;
  return (
    <Dialog opened={props.input !== null} onClose={props.onClose} title={scope.title} size="lg">
      {props.input && <ScopeForm {...props} input={props.input} />}
    </Dialog>
  );
}

function ScopeForm(props: ScopeDialogProps & { input: EventInput }) {
  const { input, seriesId, eventId, people, onClose, onThis, onSaved, onRefused } = props;
  const { t } = useWords('series');
  const { scope: labels } = t.series;
  const [scope, setScope] = useState<Scope>('THIS');
  const [reason, setReason] = useState('');
  const [isSaving, setIsSaving] = useState(false);
  const edit = { scope: scope === 'FOLLOWING' ? ('FOLLOWING' as const) : ('ALL' as const), eventId, event: input };
  const { data, error, isPlaceholderData } = useRead(
    editPreviewQuery,
    { id: seriesId, input: edit },
    { enabled: scope !== 'THIS', gcTime: 0 },
  );
  const preview = scope === 'THIS' || isPlaceholderData || error ? undefined : data?.previewSeriesEdit;
  const told = scope === 'THIS' ? people : (preview?.notifiedPeople ?? 0);

  const save = async () => {
    if (isSaving || (scope !== 'THIS' && !preview)) return;
    setIsSaving(true);
    try {
      if (scope === 'THIS') await onThis();
      else {
        await request(updateSeriesMutation, { id: seriesId, input: { ...edit, reason: reason.trim() || null } });
        notify.success(labels.saved);
        await queryClient.invalidateQueries();
        await onSaved();
      }
      onClose();
    } catch (failure) {
      onClose();
      onRefused(failure);
    } finally {
      setIsSaving(false);
    }
  };
  return (
    <Stack>
      <Radio.Group value={scope} onChange={(value) => setScope(value as Scope)} aria-label={labels.title}>
        <Stack gap="sm">
          <Radio value="THIS" label={labels.this} description={labels.thisHint} />
          <Radio value="FOLLOWING" label={labels.following} description={labels.followingHint} />
          <Radio value="ALL" label={labels.all} description={labels.allHint} />
        </Stack>
      </Radio.Group>
      {error && scope !== 'THIS' && <ErrorAlert error={error} />}
      {scope === 'THIS' && <Text>{people > 0 ? labels.changed({ count: people }) : labels.noPeople}</Text>}
      {scope !== 'THIS' && !error && !preview && <Text c="dimmed">{labels.loading}</Text>}
      {preview && <Consequences preview={preview} timeZone={input.timeZone} />}
      {preview && preview.droppedDates > 0 && (
        <Textarea
          label={labels.reason}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <Button onClick={() => void save()} aria-disabled={isSaving || (scope !== 'THIS' && !preview)}>
          {isSaving ? t.common.saving : labels.saveTell({ count: told })}
        </Button>
      </Group>
    </Stack>
  );
}
