import { isUuid, notFound, Refusal, type Tx } from '@upstander/platform';
import { Pledge } from './pledge.entity.js';

/**
 * Marks a pledge as kept by a gift to the same campaign. The amounts may differ.
 * @throws Refusal NOT_FOUND; PLEDGE_NOT_OPEN
 */
export async function markPledgeKept(
  tx: Tx,
  { pledgeId, giftId, campaignId }: { pledgeId: string; giftId: string; campaignId: string },
): Promise<void> {
  const pledge = isUuid(pledgeId) ? await lockPledge(tx, pledgeId) : null;
  if (pledge?.campaignId !== campaignId) throw notFound('This pledge');
  if (pledge.status !== 'open') throw pledgeClosedRefusal();
  await tx.manager.update(Pledge, pledge.id, { status: 'kept', giftId });
}

export function lockPledge(tx: Tx, id: string): Promise<Pledge | null> {
  return tx.manager.findOne(Pledge, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

export function pledgeClosedRefusal(): Refusal {
  return new Refusal('PLEDGE_NOT_OPEN', 'This pledge was kept or withdrawn already.');
}
