import { selectList, type Tx } from '@upstander/platform';
import { RecurringGift } from './recurring-gift.entity.js';

const columns = [
  'id',
  'campaignId',
  'pageId',
  'donorId',
  'name',
  'anonymous',
  'shownAs',
  'locale',
  'updatesWanted',
  'currency',
  'intendedMinor',
  'coverMinor',
  'status',
  'firstGiftId',
  'stopRequestedAt',
  'revision',
  'reading',
] as const;

export type LockedRecurringGift = Pick<RecurringGift, (typeof columns)[number]> & { email: string };

/**
 * Locks a recurring gift until the transaction ends, so that its changes are serialized. Locks the
 * donor first, in the same order as an erasure, so name and address are current once both locks are held.
 */
export async function lockRecurringGift(tx: Tx, recurringGiftId: string): Promise<LockedRecurringGift | null> {
  const [recurringGift] = await tx.query<LockedRecurringGift>(
    `SELECT ${selectList(RecurringGift, 'p', columns)}, d.email
     FROM fundraising.recurring_gift p JOIN fundraising.donor d ON d.id = p.donor_id WHERE p.id = $1
     FOR KEY SHARE OF d FOR NO KEY UPDATE OF p`,
    [recurringGiftId],
  );
  return recurringGift ?? null;
}
