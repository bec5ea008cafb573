import { Refusal } from '@upstander/platform';
import type { StoredShift } from '../shifts/shift-store.js';
import type { StoredEvent } from './event-store.js';

/**
 * The refusal of a change that was written on an older version of the event: with what stands there now, in the words of
 * the input, so that a form can show both and nobody's work is lost.
 */
export function changedMeanwhile(event: StoredEvent, shifts: readonly StoredShift[]): Refusal {
  const { version, updatedAt, updatedBy } = event;
  return new Refusal('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile.', {
    version,
    changedAt: updatedAt.toISOString(),
    changedBy: updatedBy,
    values: {
      chapterId: event.chapterId,
      title: event.title,
      summary: event.summary,
      description: event.description,
      online: event.online,
      place: event.place,
      onlineUrl: event.onlineUrl,
      timeZone: event.timeZone,
      startsAtLocal: wall(event.startsAtLocal),
      endsAtLocal: wall(event.endsAtLocal),
      contactName: event.contactName,
      contactEmail: event.contactEmail,
      imageUrl: event.imageUrl,
      languages: event.languages,
      accessibility: event.accessibility,
      bring: event.bring,
      shifts: shifts.map((shift) => ({
        id: shift.id,
        role: shift.role,
        startsAtLocal: wall(shift.startsAtLocal),
        endsAtLocal: wall(shift.endsAtLocal),
        capacity: shift.capacity,
        minimumAge: shift.minimumAge,
        note: shift.note,
        taken: shift.taken,
      })),
    },
  });
}

/** PostgreSQL's '2026-12-05 09:00:00' as the API writes it. */
function wall(local: string): string {
  return local.replace(' ', 'T').slice(0, 16);
}
