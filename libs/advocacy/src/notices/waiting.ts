import type { SealedTx } from '../database/sealed-tx.js';

export interface WaitingSince {
  /** For any advocate; null if nothing is waiting. */
  advocates: Date | null;
  businesses: ReadonlyMap<string, Date>;
}

/** A business's answer counts as new for a day, because it has no read mark. */
const newsFor = '1 day';

/** Finds items from before this time, by time and business, never by content. */
export async function findWaitingItems(tx: SealedTx, before: Date): Promise<WaitingSince> {
  const [advocates] = await tx.query<{ since: Date | null }>(
    `SELECT max(since) AS since FROM (
       SELECT m.created_at AS since FROM sealed.message m WHERE m.read_at IS NULL AND m.from_whom <> 'advocate'
       UNION ALL SELECT created_at FROM sealed.application WHERE status = 'new' AND taken_by IS NULL
       UNION ALL SELECT created_at FROM sealed.consultation WHERE status = 'new' AND taken_by IS NULL
       UNION ALL SELECT created_at FROM sealed.action_item WHERE acknowledged_at IS NULL
       UNION ALL SELECT i.answered_at FROM sealed.introduction i
       WHERE i.answered_at > sealed.clock_now() - interval '${newsFor}'
     ) news WHERE since < $1`,
    [before],
  );
  const businesses = await tx.query<{ businessId: string; since: Date }>(
    `SELECT i.business_id AS "businessId", max(coalesce(m.created_at, i.created_at)) AS since
     FROM sealed.introduction i
       JOIN sealed.consent c ON c.id = i.consent_id AND c.revoked_at IS NULL AND c.expires_at > sealed.clock_now()
       LEFT JOIN sealed.message m ON m.introduction_id = i.id AND m.read_at IS NULL AND m.from_whom = 'advocate'
         AND m.created_at < $1
     WHERE i.created_at < $1 AND (m.id IS NOT NULL OR i.answer IS NULL)
     GROUP BY i.business_id`,
    [before],
  );
  return {
    advocates: advocates?.since ?? null,
    businesses: new Map(businesses.map(({ businessId, since }) => [businessId, since])),
  };
}
