import { Injectable } from '@nestjs/common';
import { chapterByCampaign } from '@upstander/accounting';
import { Access, Features } from '@upstander/identity';

/** Counts those that Stripe still charges each month. */
export const countRunningSql = `SELECT count(*)::int AS n FROM fundraising.recurring_gift
  WHERE stripe_subscription_id IS NOT NULL AND stopped_at IS NULL`;

/** Defines permissions for recurring gifts, pledges and matching pools, by the chapter of their campaign. */
@Injectable()
export class RecurringGiftAccess {
  constructor(access: Access, features: Features) {
    features.define('fundraising', 'fundraising.pledge', 'fundraising.recurring_gift');
    access.define('recurring-gift', chapterByCampaign('recurring_gift'));
    access.define('pledge', chapterByCampaign('pledge'));
    access.define('matching-pool', chapterByCampaign('matching_pool'));
    access.permit('recurring-gift:read', ['finance']);
    access.permit('recurring-gift:stop', ['finance']);
    access.permit('pledge:read', ['finance']);
    access.permit('pledge:change', ['finance']);
    access.permit('matching-pool:read', ['finance', 'organizer']);
    access.permit('matching-pool:change', ['finance']);
    access.permit('campaign:record-gift', ['finance']);
    access.permit('campaign:record-pledge', ['finance']);
    access.permit('campaign:match', ['finance']);
  }
}
