import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { useIdempotencyKey } from '../api/use-same-key';
import { notify } from '../parts/notifications/notify';
import { useWords } from '../words/words';
import {
  createEventMutation,
  eventUpdatePreviewQuery,
  publishEventMutation,
  updateEventMutation,
  type EventInput,
} from './queries';

export type Saving = 'draft' | 'publish' | null;

/** Navigation state with the refusal to show when the form opens. */
export interface RefusedState {
  refused: { code: string; details: Readonly<Record<string, unknown>> };
}

/** Returns the navigation state that makes the form show a refusal at its fields. */
export function refusedState(error: unknown): RefusedState | undefined {
  return isRefusal(error) ? { refused: { code: error.code, details: error.details } } : undefined;
}

interface SaveEvent {
  saving: Saving;
  /** Saves the event. `told` is the confirmed number of people who get an email. */
  save: (input: EventInput, how: Exclude<Saving, null>, told?: number) => Promise<void>;
  /** Returns how many people would get an email. */
  peopleTold: (input: EventInput) => Promise<number>;
}

/**
 * Saves an event and optionally publishes it. Throws refusals. If a new event is saved but can't be published, it opens
 * for editing with the reasons at its fields.
 */
export function useSaveEvent(eventId: string | undefined, onSaved: () => void): SaveEvent {
  const { t } = useWords('eventForm');
  const navigate = useNavigate();
  const [saving, setSaving] = useState<Saving>(null);
  const keyFor = useIdempotencyKey();

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
      if (!eventId) await navigate(`/events/${id}/edit`, { replace: true, state: refusedState(error) });
      throw error;
    }
  };

  const peopleTold = async (input: EventInput): Promise<number> => {
    if (!eventId) return 0;
    setSaving('draft');
    try {
      return (await request(eventUpdatePreviewQuery, { id: eventId, input })).eventUpdatePreview.peopleTold;
    } finally {
      setSaving(null);
    }
  };

  const save = async (input: EventInput, how: Exclude<Saving, null>, told = 0): Promise<void> => {
    setSaving(how);
    try {
      const id = await write(input);
      onSaved();
      if (how === 'publish') await publish(id);
      const saved = told > 0 ? t.eventForm.savedTold({ people: told }) : t.eventForm.saved;
      notify.success(how === 'publish' ? t.eventForm.publishedNow : eventId ? saved : t.eventForm.savedDraft);
      await queryClient.invalidateQueries();
      await navigate(`/events/${id}`);
    } finally {
      setSaving(null);
    }
  };
  return { saving, save, peopleTold };
}
