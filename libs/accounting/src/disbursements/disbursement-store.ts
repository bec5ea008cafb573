import { notFound, type Tx } from '@upstander/platform';
import { Disbursement } from './disbursement.entity.js';

/** The funds of a locked campaign. No one else can approve a disbursement from it until the commit. */
export interface LockedMoney {
  campaignId: string;
  chapterId: string | null;
  beneficiaryId: string;
  currency: string;
  timeZone: string;
  /** Amount available for disbursement according to the ledger. */
  disbursable: bigint;
  proposed: bigint;
}

/**
 * Locks a campaign and then reads its funds in a separate statement, so that they are current.
 * @throws Refusal NOT_FOUND
 */
export async function lockMoney(tx: Tx, campaignId: string): Promise<LockedMoney> {
  await tx.query('SELECT FROM fundraising.campaign WHERE id = $1 FOR NO KEY UPDATE', [campaignId]);
  const [row] = await tx.query<
    Omit<LockedMoney, 'disbursable' | 'proposed'> & { disbursable: string; proposed: string }
  >(
    `SELECT c.id AS "campaignId", c.chapter_id AS "chapterId", c.beneficiary_id AS "beneficiaryId", c.currency,
       c.time_zone AS "timeZone", fundraising.disbursable(c.id, c.currency)::text AS disbursable,
       (SELECT coalesce(sum(d.amount_minor), 0)::text FROM fundraising.disbursement d
        WHERE d.campaign_id = c.id AND d.status = 'proposed') AS proposed
     FROM fundraising.campaign c WHERE c.id = $1`,
    [campaignId],
  );
  if (!row) throw notFound('This fundraiser');
  return { ...row, disbursable: BigInt(row.disbursable), proposed: BigInt(row.proposed) };
}

/** @throws Refusal NOT_FOUND */
export async function lockDisbursement(tx: Tx, id: string): Promise<Disbursement> {
  const payment = await tx.manager.findOne(Disbursement, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!payment) throw notFound('This payment');
  return payment;
}
