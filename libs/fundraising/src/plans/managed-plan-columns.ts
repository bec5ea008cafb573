import { money } from '@upstander/ledger';
import type { GiftStatus } from '../gifts/gift-status.js';
import type { ManagedPlan } from './managed-plan.js';

export interface ManagedPlanRecord extends Omit<ManagedPlan, 'intended' | 'cover' | 'charged' | 'given' | 'gifts'> {
  currency: string;
  intended: string;
  cover: string;
  charged: string;
  given: string;
  gifts: Array<{ id: string; status: GiftStatus; charged: string; paidAt: string | null }>;
}

/** Plans called `p` with their campaign `c` and donor `d`. */
export const managedPlanColumns = `p.id, p.status, p.name, d.email, p.anonymous, p.campaign_id AS "campaignId",
  c.title AS "campaignTitle", p.currency, p.intended_minor AS intended, p.cover_minor AS cover,
  p.charged_minor AS charged, p.created_at AS "createdAt", p.started_at AS "startedAt",
  p.next_charge_at AS "nextChargeAt", p.stopped_at AS "stoppedAt", p.stop_reason AS "stopReason",
  p.stop_requested_at IS NOT NULL AND p.stopped_at IS NULL AS "stopRequested", p.failure_code AS "failureCode",
  p.failing_since AS "failingSince", p.stripe_subscription_id AS "stripeSubscriptionId"`;

export const managedPlanTables = `fundraising.plan p JOIN fundraising.campaign c ON c.id = p.campaign_id
  JOIN fundraising.donor d ON d.id = p.donor_id`;

/** What was paid by now, and the last months, of a row called `p`. */
export const managedPlanGifts = `CROSS JOIN LATERAL (
    SELECT count(*)::integer AS "giftCount", coalesce(sum(g.intended_minor), 0)::text AS given
    FROM fundraising.gift g WHERE g.plan_id = p.id AND g.paid_at IS NOT NULL
  ) total CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('id', g.id, 'status', g.status, 'charged', g.charged_minor::text,
      'paidAt', g.paid_at) ORDER BY g.created_at DESC, g.id DESC), '[]') AS gifts
    FROM (
      SELECT * FROM fundraising.gift WHERE plan_id = p.id ORDER BY created_at DESC, id DESC LIMIT 12
    ) g
  ) months`;

export const selectManagedPlans = `SELECT ${managedPlanColumns}, total.*, months.gifts
  FROM ${managedPlanTables} ${managedPlanGifts}`;

export function managedPlanFrom(row: ManagedPlanRecord): ManagedPlan {
  const { currency, intended, cover, charged, given, gifts, ...plan } = row;
  return {
    ...plan,
    intended: money(intended, currency),
    cover: money(cover, currency),
    charged: money(charged, currency),
    given: money(given, currency),
    gifts: gifts.map((gift) => ({
      id: gift.id,
      status: gift.status,
      charged: money(gift.charged, currency),
      paidAt: gift.paidAt === null ? null : new Date(gift.paidAt),
    })),
  };
}
