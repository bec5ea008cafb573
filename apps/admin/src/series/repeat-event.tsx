import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ErrorAlert } from '../parts/ui/error-alert';
import { useChange, useRead } from '../api/use-api';
import { useIdempotencyKey } from '../api/use-same-key';
import { inputOf, valuesOf } from '../events/event-form-values';
import { EventMissing } from '../parts/ui/event-missing';
import { eventQuery, type ManagedEvent } from '../events/queries';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useUnsaved } from '../parts/ui/unsaved';
import { useWords } from '../words/words';
import { createSeriesMutation } from './queries';
import { RepeatFields } from './repeat-fields';
import { noRepeat, recurrenceOf } from './repeat-values';

/** Makes an existing event the first date of a series. */
export function RepeatEvent() {
  const { t } = useWords('series', 'events');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(eventQuery, { id });
  const event = data?.manageEvent;
  if (data && !event) return <EventMissing />;
  return (
    <div>
      <PageHeader
        title={t.series.repeat.title}
        lead={t.series.repeat.lead}
        back={{ to: `/events/${id}`, label: event?.title ?? t.events.show.back }}
      />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!event && !error && <Loading noun={t.events.show.what} lines={6} />}
      {event && <RepeatForm event={event} />}
    </div>
  );
}

function RepeatForm({ event }: { event: ManagedEvent }) {
  const { t } = useWords('series');
  const { repeat, form } = t.series;
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const [values, setValues] = useState({ ...noRepeat, every: 'week' as const } as typeof noRepeat);
  const change = useChange(createSeriesMutation, {
    quiet: true,
    onDone: ({ createSeries }) => void navigate(`/events/series/${createSeries.id}`),
  });
  useUnsaved(change.isPending || change.isSuccess ? 'sent' : null);
  const first = inputOf(valuesOf(event));
  const input = {
    event: first,
    fromEventId: event.id,
    ...recurrenceOf(values, event.startsAtLocal.slice(0, 10)),
  };
  return (
    <Stack>
      <Section title={form.section}>
        <RepeatFields values={values} onChange={setValues} event={first} fromEventId={event.id} />
      </Section>
      <ErrorAlert error={change.error} />
      <Group>
        <Button
          aria-disabled={change.isPending}
          onClick={() => !change.isPending && change.mutate({ input, idempotencyKey: keyFor(input) })}
        >
          {change.isPending ? t.shared.creating : repeat.submit}
        </Button>
      </Group>
    </Stack>
  );
}
