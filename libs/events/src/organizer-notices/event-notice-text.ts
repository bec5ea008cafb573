import type { MailBlock, MailFact } from '@upstander/notifications';
import { formatDay, formatTime, type MailLocale } from '../time/format-when.js';
import type { EventNotice } from './notice-windows.js';
import { words } from './organizer-notices.mail.generated.js';

/** Entries listed in an email; the rest is counted. */
const maxEntries = 20;

export interface ShiftNotice extends EventNotice {
  shiftId: string;
  role: string;
  startsAt: Date;
  taken: number;
  capacity: number;
}

/** Returns the title of the event if all notices are about the same one. */
export function commonTitle(notices: readonly EventNotice[]): string | null {
  const [first] = notices;
  return first && notices.every(({ eventId }) => eventId === first.eventId) ? first.title : null;
}

export function shiftLabel({ startsAt, timeZone, title, role }: ShiftNotice, locale: MailLocale): string {
  return `${formatDay(startsAt, timeZone, locale)}, ${formatTime(startsAt, timeZone, locale)} · ${title} (${role})`;
}

export function listEntries<Notice extends EventNotice>(
  notices: readonly Notice[],
  locale: MailLocale,
  { adminUrl, entry }: { adminUrl: string; entry: (notice: Notice) => MailFact },
): MailBlock[] {
  const t = words[locale];
  const isOneEvent = commonTitle(notices) !== null;
  const more = notices.length - maxEntries;
  return [
    { facts: notices.slice(0, maxEntries).map(entry) },
    ...(more > 0 ? [t.more({ more })] : []),
    {
      buttons: [
        isOneEvent
          ? { label: t.openEvent, url: `${adminUrl}/admin/events/${notices[0]!.eventId}` }
          : { label: t.openEvents, url: `${adminUrl}/admin/events` },
      ],
    },
  ];
}

export function bySoonestShift(a: ShiftNotice, b: ShiftNotice): number {
  return a.startsAt.valueOf() - b.startsAt.valueOf() || a.shiftId.localeCompare(b.shiftId);
}

/** Joins the first names and counts the others: "Ana, Jo and 3 more". */
export function joinNames(names: readonly string[], total: number, locale: MailLocale): string {
  return words[locale].names({ names: names.join(', '), more: total - names.length });
}
