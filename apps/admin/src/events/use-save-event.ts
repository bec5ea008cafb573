import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { useIdempotencyKey } from '../api/use-same-key';
import { notify } from '../parts/notifications/notify';
import { createSeriesMutation, publishSeriesMutation } from '../series/queries';
import { recurrenceOf, type RepeatValues } from '../series/repeat-values';
import { useWords } from '../words/words';
import {
  createEventMutation,
  eventUpdatePreviewQuery,
  publishEventMutation,
  updateEventMutation,
  type EventInput,
} from './queries';

export type SaveMode = 'draft' | 'publish' | null;

/** Navigation state with the refusal to show when the form opens. */
export interface SaveRefusal {
  refusal: { code: string; details: Readonly<Record<string, unknown>> };
}

/** Returns the navigation state that makes the form show a refusal at its fields. */
export function saveRefusalOf(error: unknown): SaveRefusal | undefined {
  return isRefusal(error) ? { refusal: { code: error.code, details: error.details } } : undefined;
}

interface SaveEvent {
  saveMode: SaveMode;
  /** Saves the event. `told` is the confirmed number of people who get an email. */
  save: (input: EventInput, mode: Exclude<SaveMode, null>, notifiedCount?: number) => Promise<void>;
  /** Creates a series whose first date is the event. */
  saveSeries: (input: EventInput, repeat: RepeatValues, mode: Exclude<SaveMode, null>) => Promise<void>;
  countNotified: (input: EventInput) => Promise<number>;
}

/**
 * Saves an event and optionally publishes it. Throws refusals. If a new event is saved but can't be published, it opens
 * for editing with the reasons at its fields.
 */
export function useSaveEvent(eventId: string | undefined, onSaved: () => void): SaveEvent {
  const { t } = useWords('eventForm', 'series');
  const navigate = useNavigate();
  const [saveMode, setSaveMode] = useState<SaveMode>(null);
  const keyFor = useIdempotencyKey();

  const writeSeries = async (
    input: EventInput,
    repeat: RepeatValues,
    mode: Exclude<SaveMode, null>,
  ): Promise<string> => {
    const { version: _, ...event } = input;
    const series = { event, ...recurrenceOf(repeat, input.startsAtLocal.slice(0, 10)) };
    const { id } = (await request(createSeriesMutation, { input: series, idempotencyKey: keyFor(series) }))
      .createSeries;
    onSaved();
    if (mode === 'publish') await request(publishSeriesMutation, { id });
    return id;
  };

  const write = async (input: EventInput): Promise<string> => {
    if (eventId) return (await request(updateEventMutation, { id: eventId, input })).updateEvent.id;
    return (await request(createEventMutation, { input, idempotencyKey: keyFor(input) })).createEvent.id;
  };

  const publish = async (id: string): Promise<void> => {
    try {
      await request(publishEventMutation, { id });
    } catch (error) {
      notify.failure(t.common.failed, t.eventForm.savedNotPublished);
      await queryClient.invalidateQueries();
      if (!eventId) await navigate(`/events/${id}/edit`, { replace: true, state: saveRefusalOf(error) });
      throw error;
    }
  };

  const countNotified = async (input: EventInput): Promise<number> => {
    if (!eventId) return 0;
    setSaveMode('draft');
    try {
      return (await request(eventUpdatePreviewQuery, { id: eventId, input })).eventUpdatePreview.notifiedCount;
    } finally {
      setSaveMode(null);
    }
  };

  const saveSeries: SaveEvent['saveSeries'] = async (input, repeat, mode) => {
    setSaveMode(mode);
    try {
      const id = await writeSeries(input, repeat, mode);
      notify.success(mode === 'publish' ? t.series.show.published : t.eventForm.savedDraft);
      await queryClient.invalidateQueries();
      await navigate(`/events/series/${id}`);
    } finally {
      setSaveMode(null);
    }
  };

  const save = async (input: EventInput, mode: Exclude<SaveMode, null>, notifiedCount = 0): Promise<void> => {
    setSaveMode(mode);
    try {
      const id = await write(input);
      onSaved();
      if (mode === 'publish') await publish(id);
      const savedText = notifiedCount > 0 ? t.eventForm.savedTold({ people: notifiedCount }) : t.common.saved;
      notify.success(mode === 'publish' ? t.shared.publishedForSignUp : eventId ? savedText : t.eventForm.savedDraft);
      await queryClient.invalidateQueries();
      await navigate(`/events/${id}`);
    } finally {
      setSaveMode(null);
    }
  };
  return { saveMode, save, saveSeries, countNotified };
}
