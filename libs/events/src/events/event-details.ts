import { wallToInstant } from '../time/wall-time.js';
import type { ShiftInput } from '../shifts/shift.input.js';
import type { EventInput } from './event.input.js';

/** What an organizer says about an event, tidied: no stray blanks, nothing half empty, instants beside wall times. */
export interface EventDetails {
  chapterId: string;
  title: string;
  summary: string;
  description: string;
  online: boolean;
  place: string | null;
  onlineUrl: string | null;
  timeZone: string;
  startsAtLocal: string;
  endsAtLocal: string;
  startsAt: Date;
  endsAt: Date;
  contactName: string;
  contactEmail: string | null;
  imageUrl: string | null;
  languages: string[];
  accessibility: string | null;
  bring: string | null;
}

/** The same for a shift. Without an id it is a new one. */
export interface ShiftDetails {
  id: string | null;
  role: string;
  startsAtLocal: string;
  endsAtLocal: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  minimumAge: number | null;
  note: string | null;
}

/** Reads an input on top of what stood there before: what the input leaves out stays, null empties. */
export function detailsFrom(input: EventInput, before?: EventDetails): EventDetails {
  return {
    chapterId: input.chapterId.toLowerCase(),
    title: oneLine(input.title),
    summary: said(input.summary, before?.summary, oneLine) ?? '',
    description: said(input.description, before?.description, tidy) ?? '',
    online: (input.online === undefined ? before?.online : input.online) ?? false,
    place: said(input.place, before?.place, oneLine) || null,
    onlineUrl: said(input.onlineUrl, before?.onlineUrl, oneLine) || null,
    timeZone: input.timeZone,
    startsAtLocal: input.startsAtLocal,
    endsAtLocal: input.endsAtLocal,
    startsAt: wallToInstant(input.startsAtLocal, input.timeZone),
    endsAt: wallToInstant(input.endsAtLocal, input.timeZone),
    contactName: said(input.contactName, before?.contactName, oneLine) ?? '',
    contactEmail: said(input.contactEmail, before?.contactEmail, oneLine) || null,
    imageUrl: said(input.imageUrl, before?.imageUrl, oneLine) || null,
    languages: languagesFrom(input.languages === undefined ? before?.languages : input.languages),
    accessibility: said(input.accessibility, before?.accessibility, tidy) || null,
    bring: said(input.bring, before?.bring, tidy) || null,
  };
}

/** Reads a shift of an event in this zone. */
export function shiftFrom(input: ShiftInput, timeZone: string): ShiftDetails {
  return {
    id: input.id?.toLowerCase() ?? null,
    role: oneLine(input.role),
    startsAtLocal: input.startsAtLocal,
    endsAtLocal: input.endsAtLocal,
    startsAt: wallToInstant(input.startsAtLocal, timeZone),
    endsAt: wallToInstant(input.endsAtLocal, timeZone),
    capacity: input.capacity,
    minimumAge: input.minimumAge ?? null,
    note: input.note ? tidy(input.note) || null : null,
  };
}

type Text = string | null | undefined;

function said(now: Text, before: Text, clean: (text: string) => string): Text {
  return now === undefined ? before : now === null ? null : clean(now);
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

// Titles and places go into mail subjects and calendars, where a line break would begin something else.
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function languagesFrom(list: readonly string[] | null | undefined): string[] {
  const languages = [...new Set((list ?? []).map((language) => language.trim().toLowerCase()).filter(Boolean))];
  return languages.length > 0 ? languages : ['en'];
}
