import type { Tx } from '@upstander/platform';

interface Author {
  by: string | null;
  now: Date;
}

/** Gives a copied event the registration form of the original. */
export async function copyRegistrationForm(
  tx: Tx,
  fromEventId: string,
  toEventId: string,
  author: Author,
): Promise<void> {
  await tx.query(copyForms('SELECT $4::uuid AS id'), [[toEventId], author.by, author.now, fromEventId]);
}

/** Gives new dates of a series the registration form of the date before them, or else of the date after them. */
export async function copyRegistrationFormsInSeries(
  tx: Tx,
  eventIds: readonly string[],
  author: Author,
): Promise<void> {
  const nearest = `
    SELECT e.id FROM events.event e WHERE e.series_id = event.series_id AND e.id <> ALL ($1::uuid[])
    ORDER BY e.starts_at > event.starts_at, abs(extract(epoch FROM e.starts_at - event.starts_at)), e.id LIMIT 1`;
  await tx.query(copyForms(nearest), [eventIds, author.by, author.now]);
}

/** SQL: copies the form of the event that `source` selects. Its times keep their distance from the start of `event`. */
const copyForms = (source: string) => `
  INSERT INTO events.registration_form (event_id, is_enabled, opens_at_local, closes_at_local, capacity, max_party,
    has_waitlist, questions, gift_campaign_id, updated_by, updated_at)
  SELECT event.id, f.is_enabled, f.opens_at_local + (event.starts_at_local - o.starts_at_local),
    f.closes_at_local + (event.starts_at_local - o.starts_at_local), f.capacity, f.max_party, f.has_waitlist, f.questions,
    f.gift_campaign_id, $2, $3
  FROM events.event CROSS JOIN LATERAL (${source}) source JOIN events.event o ON o.id = source.id
    JOIN events.registration_form f ON f.event_id = o.id
  WHERE event.id = ANY ($1::uuid[])`;
