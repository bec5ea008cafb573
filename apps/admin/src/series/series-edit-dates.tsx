import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ErrorAlert } from '../parts/ui/error-alert';
import { useChange, useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useUnsaved } from '../parts/ui/unsaved';
import { useWords } from '../words/words';
import { Consequences } from './consequences';
import {
  editPreviewQuery,
  seriesQuery,
  updateSeriesMutation,
  type ManagedSeries,
  type SeriesEditInput,
} from './queries';
import { RepeatFields } from './repeat-fields';
import { recurrenceOf, repeatOf } from './repeat-values';

/** Changes the dates of a series: its rule, end, and single dates. */
export function SeriesEditDates() {
  const { t } = useWords('series');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(seriesQuery, { id });
  const series = data?.series;
  return (
    <div>
      <PageHeader
        title={series ? series.title : t.series.edit.title}
        lead={t.series.edit.lead}
        back={{ to: `/events/series/${id}`, label: t.series.back }}
      />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!series && !error && <Loading noun={t.series.what} lines={6} />}
      {series && <EditForm key={series.version} series={series} />}
    </div>
  );
}

function EditForm({ series }: { series: ManagedSeries }) {
  const { t, labels } = useWords('series');
  const navigate = useNavigate();
  const stored = repeatOf(series);
  const [values, setValues] = useState(stored);
  const [reason, setReason] = useState('');
  const isChanged = JSON.stringify(values) !== JSON.stringify(stored);
  const change = useChange(updateSeriesMutation, {
    quiet: true,
    success: () => labels.scope.saved,
    onDone: () => void navigate(`/events/series/${series.id}`),
  });
  useUnsaved(!isChanged ? null : change.isPending || change.isSuccess ? 'sent' : 'typed');
  const input: SeriesEditInput = {
    scope: 'ALL',
    version: series.version,
    ...recurrenceOf(values, series.firstLocal.slice(0, 10)),
  };
  const [settled] = useDebouncedValue(JSON.stringify(input), 300);
  const { data, error } = useRead(
    editPreviewQuery,
    { id: series.id, input: JSON.parse(settled) as SeriesEditInput },
    { enabled: isChanged && !change.isSuccess, gcTime: 0 },
  );
  const preview = isChanged && !error ? data?.previewSeriesEdit : undefined;
  const problem = change.error ?? (isChanged ? error : null);
  return (
    <Stack>
      <Section title={labels.edit.title}>
        <RepeatFields values={values} onChange={setValues} event={eventOf(series)} seriesId={series.id} />
      </Section>
      <ErrorAlert error={problem} />
      {preview && <Consequences preview={preview} timeZone={series.timeZone} />}
      {preview && preview.droppedDates > 0 && (
        <Textarea
          label={labels.scope.reason}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      <Group>
        <Button
          aria-disabled={!preview || change.isPending}
          onClick={() => {
            if (!preview || change.isPending) return;
            change.mutate({ id: series.id, input: { ...input, reason: reason.trim() || null } });
          }}
        >
          {change.isPending ? t.common.saving : labels.edit.submit}
        </Button>
      </Group>
    </Stack>
  );
}

/** Returns the first occurrence as far as the preview of dates needs it. */
function eventOf({ chapter, title, timeZone, firstLocal, template }: ManagedSeries) {
  const endsAt = new Date(Date.parse(`${firstLocal}Z`) + template.durationMinutes * 60_000);
  return {
    chapterId: chapter.id,
    title,
    timeZone,
    startsAtLocal: firstLocal,
    endsAtLocal: endsAt.toISOString().slice(0, 16),
  };
}
