import { mapInSteps, notFound, slugBase, slugSuffix, type Tx } from '@upstander/platform';
import { insertEvents } from '../events/event-store.js';
import { claimSlugs } from '../events/event-slugs.js';
import { copyRegistrationFormsInSeries } from '../events/registration-form-copies.js';
import { occurrenceOf } from './occurrence-details.js';
import { Series } from './series.entity.js';

/**
 * Lock order: the series, then its events by ID, then their shifts by ID.
 * @throws Refusal NOT_FOUND
 */
export async function lockSeries(tx: Tx, id: string): Promise<Series> {
  const series = await tx.manager.findOne(Series, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!series) throw notFound('This series');
  return series;
}

/** Reserves the slug for this transaction. Dates are left out, because only events have them in their slug. */
export async function claimSeriesSlug(tx: Tx, title: string): Promise<string> {
  const base =
    slugBase(title, 'series')
      .replace(/\d{4}-\d{2}-\d{2}/g, '')
      .replace(/-{2,}|^-|-$/g, '') || 'series';
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [base]);
  for (let slug = base; ; slug = `${base}-${slugSuffix(4)}`) {
    const [existing] = await tx.query(
      'SELECT FROM events.series WHERE slug = $1 UNION ALL SELECT FROM events.event WHERE slug = $1',
      [slug],
    );
    if (!existing) return slug;
  }
}

/** Creates occurrences, public if their series is. The series must be locked. Returns the IDs of the events. */
export async function insertOccurrences(
  tx: Tx,
  series: Series,
  originals: readonly string[],
  { by, now }: { by: string | null; now: Date },
): Promise<string[]> {
  const isPublic = series.status === 'published';
  const occurrences = await mapInSteps(originals, (original) => occurrenceOf(series, original));
  const slugs = await claimSlugs(
    tx,
    occurrences.map(({ event }) => `${series.slug}-${event.startsAtLocal.slice(0, 10)}`),
  );
  const ids = await insertEvents(
    tx,
    occurrences.map(({ event, shifts }, index) => ({
      row: {
        ...event,
        slug: slugs[index]!,
        seriesId: series.id,
        originalLocal: originals[index]!,
        ...(isPublic && { status: 'published' as const, publishedAt: now }),
        createdBy: by,
        updatedBy: by,
        createdAt: now,
        updatedAt: now,
      },
      shifts,
    })),
  );
  await copyRegistrationFormsInSeries(tx, ids, { by, now });
  return ids;
}
