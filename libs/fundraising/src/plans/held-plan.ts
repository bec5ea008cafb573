import type { LocaleName } from '@upstander/identity';
import type { Tx } from '@upstander/platform';
import type { ShownAs } from '../gifts/donor-display.js';
import type { PlanStatus } from './plan-status.js';

/** A plan whose row is locked. Amounts are text, as PostgreSQL's bigint arrives. */
export interface HeldPlan {
  id: string;
  campaignId: string;
  pageId: string | null;
  donorId: string;
  email: string;
  name: string;
  anonymous: boolean;
  shownAs: ShownAs;
  locale: LocaleName;
  updatesWanted: boolean;
  currency: string;
  intendedMinor: string;
  coverMinor: string;
  chargedMinor: string;
  status: PlanStatus;
  firstGiftId: string | null;
  stopRequestedAt: Date | null;
  stopReason: string | null;
  stoppedAt: Date | null;
  revision: number;
  look: string;
}

/** Locks a plan until the transaction ends: everything about one plan happens one after another. */
export async function holdPlan(tx: Tx, planId: string): Promise<HeldPlan | null> {
  const [plan] = await tx.query<HeldPlan>(
    `SELECT p.id, p.campaign_id AS "campaignId", p.page_id AS "pageId", p.donor_id AS "donorId", d.email, p.name,
       p.anonymous, p.shown_as AS "shownAs", p.locale, p.updates_wanted AS "updatesWanted", p.currency, p.intended_minor AS "intendedMinor",
       p.cover_minor AS "coverMinor", p.charged_minor AS "chargedMinor", p.status, p.first_gift_id AS "firstGiftId",
       p.stop_requested_at AS "stopRequestedAt", p.stop_reason AS "stopReason", p.stopped_at AS "stoppedAt", p.revision,
       p.look
     FROM fundraising.plan p JOIN fundraising.donor d ON d.id = p.donor_id WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
    [planId],
  );
  return plan ?? null;
}
