import { notThere, Refusal, type Tx } from '@upstander/platform';

/**
 * Lets a gift keep a pledge of the same campaign. The gift is what counts: it may be less or more than was promised.
 * @throws Refusal NOT_FOUND, PLEDGE_NOT_OPEN.
 */
export async function keepPledge(
  tx: Tx,
  { pledgeId, giftId, campaignId }: { pledgeId: string; giftId: string; campaignId: string },
): Promise<void> {
  const [pledge] = await tx.query<{ id: string; status: string }>(
    'SELECT id, status FROM fundraising.pledge WHERE id::text = lower($1) AND campaign_id = $2 FOR UPDATE',
    [pledgeId, campaignId],
  );
  if (!pledge) throw notThere('This pledge');
  if (pledge.status !== 'open') throw pledgeNotOpen();
  await tx.query(`UPDATE fundraising.pledge SET status = 'kept', gift_id = $2 WHERE id = $1`, [pledge.id, giftId]);
}

/** The refusal for a pledge that was kept or withdrawn. */
export function pledgeNotOpen(): Refusal {
  return new Refusal('PLEDGE_NOT_OPEN', 'This pledge was kept or withdrawn already.');
}
