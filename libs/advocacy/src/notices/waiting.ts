import type { SealedTx } from '../sealed/sealed-tx.js';

/** Since when something waits for whom. */
export interface Waiting {
  /** For the advocate who has it; `null` for all, because nobody has it yet. */
  advocates: ReadonlyMap<string | null, Date>;
  businesses: ReadonlyMap<string, Date>;
}

interface Row extends Record<string, unknown> {
  who: string | null;
  since: Date;
}

/** An answer of a business is news for a day; nobody marks it as read. */
const newsFor = '1 day';

/** What waits to be read: when, and whose it is. Nothing of what it says. */
export async function waiting(tx: SealedTx): Promise<Waiting> {
  const advocates = await tx.query<Row>(
    `SELECT who, max(since) AS since FROM (
       SELECT r.taken_by AS who, m.created_at AS since
       FROM sealed.message m JOIN (
         SELECT id, taken_by FROM sealed.application UNION ALL SELECT id, taken_by FROM sealed.consultation
       ) r ON r.id = m.record_id
       WHERE m.read_at IS NULL AND m.from_whom <> 'advocate'
       UNION ALL SELECT taken_by, created_at FROM sealed.application WHERE status = 'new' AND taken_by IS NULL
       UNION ALL SELECT taken_by, created_at FROM sealed.consultation WHERE status = 'new' AND taken_by IS NULL
       UNION ALL SELECT a.taken_by, i.answered_at
       FROM sealed.introduction i JOIN sealed.application a ON a.id = i.application_id
       WHERE i.answered_at > sealed.clock_now() - interval '${newsFor}'
     ) news GROUP BY who`,
  );
  const businesses = await tx.query<Row>(
    `SELECT i.business_id AS who, max(coalesce(m.created_at, i.created_at)) AS since
     FROM sealed.introduction i
       JOIN sealed.consent c ON c.id = i.consent_id AND c.revoked_at IS NULL AND c.expires_at > sealed.clock_now()
       LEFT JOIN sealed.message m ON m.introduction_id = i.id AND m.read_at IS NULL AND m.from_whom = 'advocate'
     WHERE m.id IS NOT NULL OR i.answer IS NULL
     GROUP BY i.business_id`,
  );
  return {
    advocates: new Map(advocates.map(({ who, since }) => [who, since])),
    businesses: new Map(businesses.flatMap(({ who, since }) => (who ? [[who, since] as const] : []))),
  };
}

/** The later of two moments. */
export function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}
