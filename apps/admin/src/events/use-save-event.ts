import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '../api/ask';
import { explain } from '../api/explain';
import { queryClient } from '../api/query-client';
import { notify } from '../parts/notify';
import { useWords } from '../words/words';
import { createEventMutation, publishEventMutation, updateEventMutation, type EventInput } from './queries';

export type Saving = 'draft' | 'publish' | null;

interface SaveEvent {
  saving: Saving;
  save: (input: EventInput, how: Exclude<Saving, null>) => Promise<void>;
}

/**
 * Saves an event and, if asked, publishes it in the same go. Throws what refused the saving; an event that is saved but
 * could not be published is not lost: it opens as a draft with the reason.
 */
export function useSaveEvent(eventId: string | undefined, onSaved: () => void): SaveEvent {
  const { t, words, locale } = useWords();
  const navigate = useNavigate();
  const [saving, setSaving] = useState<Saving>(null);
  const key = useRef({ input: '', key: '' });

  const save = async (input: EventInput, how: Exclude<Saving, null>) => {
    setSaving(how);
    try {
      const id = eventId
        ? (await ask(updateEventMutation, { id: eventId, input })).updateEvent.id
        : (await ask(createEventMutation, { input, idempotencyKey: sameKeyForSame(key.current, input) })).createEvent
            .id;
      onSaved();
      if (how === 'publish') await publish(id);
      else notify.success(eventId ? t.eventForm.saved : t.eventForm.savedDraft);
      await queryClient.invalidateQueries();
      await navigate(`/events/${id}`);
    } finally {
      setSaving(null);
    }
  };

  const publish = async (id: string) => {
    try {
      await ask(publishEventMutation, { id });
      notify.success(t.eventForm.publishedNow);
    } catch (error) {
      notify.failure(t.eventForm.savedNotPublished, explain(words, locale, error));
    }
  };
  return { saving, save };
}

/** A second press, or a retry after a lost answer, makes no second event; a changed form is a new wish. */
function sameKeyForSame(last: { input: string; key: string }, input: EventInput): string {
  const text = JSON.stringify(input);
  if (last.input !== text) Object.assign(last, { input: text, key: crypto.randomUUID() });
  return last.key;
}
