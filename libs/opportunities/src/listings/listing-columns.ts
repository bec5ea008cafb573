import { money } from '@upstander/ledger';
import { columnsOf, type Audience } from '@upstander/platform';
import type { RedFlag } from '../red-flags/red-flag.js';
import { Listing } from './listing.entity.js';
import type { MyOpportunity } from './my-opportunity.js';
import type { Opportunity, Pay } from './opportunity.js';

/** The end of a term is told this many days ahead, and then again; from the first on it may be renewed. */
export const noticeDays = [14, 3] as const;

type PayRecord = Pick<Listing, 'payMinMinor' | 'payMaxMinor' | 'payUnit' | 'payCurrency'>;

export type OpportunityRecord = Omit<Opportunity, 'pay'>;

export type StateRecord = Omit<MyOpportunity, 'pay' | 'flags'> & { flags: RedFlag[] | null };

const beside = `l.pay_min_minor::text AS "payMinMinor", l.pay_max_minor::text AS "payMaxMinor",
  l.pay_unit AS "payUnit", l.pay_currency AS "payCurrency",
  l.business_wants_public AND l.staff_say_public AS "isPublic",
  b.legal_name AS "businessName", b.city AS "businessCity", b.country AS "businessCountry", b.offers AS "businessOffers"`;

/** What anybody sees of a listing called `l` of a business called `b`; the description only when somebody will read it. */
export const publicColumns = ({ description }: { description: boolean }): string =>
  description ? whole : `${short}, '' AS description`;

const told = `${beside}, ${columnsOf(Listing, 'l', ['harmTags', 'publishedAt', 'expiresAt'])}`;
const whole = `${columnsOf(Listing, 'l', 'anyone')}, ${told}`;
const short = `${columnsOf(Listing, 'l', 'anyone', { except: ['description'] })}, ${told}`;

/** What a business or staff see; `now` and `renewals` (how many go without a moderator) are placeholders. */
export const stateColumns = (audience: Audience, now: string, renewals: string): string => `
  ${columnsOf(Listing, 'l', audience)}, ${beside},
  EXISTS (SELECT FROM opportunities.visible_listings(${now}) v WHERE v.id = l.id) AS "isShown",
  l.status IN ('published', 'expiring', 'expired')
    AND l.expires_at <= ${now}::timestamptz + interval '${noticeDays[0]} days' AS "mayRenew",
  l.renewals >= ${renewals} AS "renewalNeedsReview",
  (SELECT json_agg(json_build_object('rule', f.rule, 'field', f.field, 'excerpt', f.excerpt) ORDER BY f.rule, f.field)
    FROM opportunities.red_flag f WHERE f.listing_id = l.id) AS flags`;

export const listingOfBusiness = 'opportunities.listing l JOIN opportunities.business b ON b.id = l.business_id';

export function payFrom(record: PayRecord): Pay | null {
  const { payMinMinor, payMaxMinor, payUnit, payCurrency } = record;
  if (payMinMinor === null || payMaxMinor === null || payUnit === null || payCurrency === null) return null;
  return { min: money(payMinMinor, payCurrency), max: money(payMaxMinor, payCurrency), unit: payUnit };
}

/** The rows are the answers but for what is put together. */
export function opportunityFrom(record: OpportunityRecord): Opportunity {
  return { ...record, pay: payFrom(record) };
}

export function myOpportunityFrom(record: StateRecord): MyOpportunity {
  return { ...record, pay: payFrom(record), flags: record.flags ?? [] };
}
