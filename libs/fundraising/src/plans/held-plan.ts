import { columnsOf, type Tx } from '@upstander/platform';
import { Plan } from './plan.entity.js';

const columns = [
  ...(['id', 'campaignId', 'pageId', 'donorId', 'name', 'anonymous', 'shownAs', 'locale', 'updatesWanted'] as const),
  ...(['currency', 'intendedMinor', 'coverMinor', 'status', 'firstGiftId', 'stopRequestedAt'] as const),
  ...(['revision', 'look'] as const),
] as const;

/** A plan whose row is locked. */
export type HeldPlan = Pick<Plan, (typeof columns)[number]> & { email: string };

/** Locks a plan until the transaction ends: everything about one plan happens one after another. */
export async function holdPlan(tx: Tx, planId: string): Promise<HeldPlan | null> {
  const [plan] = await tx.query<HeldPlan>(
    `SELECT ${columnsOf(Plan, 'p', columns)}, d.email
     FROM fundraising.plan p JOIN fundraising.donor d ON d.id = p.donor_id WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
    [planId],
  );
  return plan ?? null;
}
