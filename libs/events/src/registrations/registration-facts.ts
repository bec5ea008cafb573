import { languageQuery, accountName, type LocaleName } from '@upstander/identity';
import type { MailBlock, MailFact } from '@upstander/notifications';
import { nestColumns, selectList, type Database, type SignedIds, type Tx } from '@upstander/platform';
import { Event } from '../events/event.entity.js';
import { capital } from '../mails/phrases.js';
import { eventFields, placeOf, type EventFacts } from '../signups/signup-facts.js';
import { formatRange } from '../time/format-when.js';
import { positionColumn } from './registration-places.js';
import type { Registration } from './registration.entity.js';
import { words } from './registration.mail.generated.js';

type RegistrationFields = 'id' | 'name' | 'status' | 'party' | 'tokenVersion' | 'verifiedAt' | 'expiresAt' | 'endedAt';

export interface RegistrationFacts extends Pick<Registration, RegistrationFields> {
  position: number | null;
  /** For a repeat: the registration of the owner of the address. */
  originalId: string | null;
  originalVersion: number | null;
  addedByName: string | null;
  event: EventFacts;
}

type ChangedFields = Pick<EventFacts, 'title' | 'place' | 'online' | 'onlineUrl' | 'timeZone'>;
export interface RegistrationChangedData extends ChangedFields {
  startsAt: string;
  endsAt: string;
}

/** Registrations by ID, for their emails. */
export async function loadFacts(db: Database | Tx, ids: readonly string[]): Promise<Map<string, RegistrationFacts>> {
  const rows = await db.query<Record<string, unknown> & { id: string }>(
    `SELECT r.id, r.name, r.status, r.party, r.token_version AS "tokenVersion", r.verified_at AS "verifiedAt",
         r.expires_at AS "expiresAt", r.ended_at AS "endedAt", ${positionColumn} AS position,
         o.id AS "originalId", o.token_version AS "originalVersion", ${accountName('r.added_by')} AS "addedByName",
         ${selectList(Event, 'event', eventFields, { under: 'event' })}
       FROM events.registration r JOIN events.event event ON event.id = r.event_id
         LEFT JOIN events.registration o ON o.id = r.repeat_of
       WHERE r.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, nestColumns<RegistrationFacts>(row)]));
}

export function hasSpot({ status }: Pick<RegistrationFacts, 'status'>): boolean {
  return status === 'confirmed';
}

export function titleOf({ event }: RegistrationFacts): string {
  return event.title.replace(/\s+/g, ' ').trim();
}

export function whenOf(
  { startsAt, endsAt, timeZone }: Pick<EventFacts, 'startsAt' | 'endsAt' | 'timeZone'>,
  locale: LocaleName,
) {
  return capital(formatRange(startsAt, endsAt, timeZone, locale));
}

export function whereOf(event: Pick<EventFacts, 'online' | 'place' | 'onlineUrl'>, locale: LocaleName): string {
  const place = placeOf(event);
  const { online } = words[locale].facts;
  if (event.online) return place ? `${online}: ${place}` : online;
  return place ?? '';
}

export function details(facts: RegistrationFacts, locale: LocaleName): MailBlock {
  const t = words[locale];
  const { event, party, position } = facts;
  const list: MailFact[] = [
    [t.facts.what, titleOf(facts)],
    [t.facts.when, whenOf(event, locale)],
    [t.facts.where, whereOf(event, locale), 'linked'],
    [t.facts.party, String(party)],
    [t.facts.position, position === null ? '' : t.facts.number({ position })],
    [t.facts.bring, event.bring ?? '', 'linked'],
    [t.facts.contact, [event.contactName, event.contactEmail].filter(Boolean).join('\n'), 'linked'],
  ];
  return { facts: list.filter(([, value]) => value !== '') };
}

/** Returns a button with the personal link; for a repeat, that of the original registration. */
export function linkButton(
  { id, tokenVersion, originalId, originalVersion }: RegistrationFacts,
  label: string,
  { locale, publicUrl, signedIds }: { locale: LocaleName; publicUrl: string; signedIds: SignedIds },
): MailBlock {
  const token = signedIds.sign('registration', originalId ?? id, originalVersion ?? tokenVersion);
  return { buttons: [{ label, url: `${publicUrl}/registration/${token}${languageQuery(locale)}` }] };
}

/** False if a later change reverted this one before the email was sent. */
export function isDifferent(event: EventFacts, before: RegistrationChangedData): boolean {
  const isMoved =
    Date.parse(before.startsAt) !== event.startsAt.valueOf() || Date.parse(before.endsAt) !== event.endsAt.valueOf();
  const fields = ['title', 'place', 'online', 'onlineUrl', 'timeZone'] as const;
  return isMoved || fields.some((field) => before[field] !== event[field]);
}
