import { money } from '@upstander/ledger';
import { selectList, type Audience } from '@upstander/platform';
import type { RedFlag } from './red-flag.js';
import { Opportunity } from './opportunity.entity.js';
import type { MyOpportunity } from './my-opportunity.js';
import type { PublicOpportunity, Pay } from './public-opportunity.js';

/** Days before the end of a term when reminders are sent. Renewal opens with the first reminder. */
export const noticeDays = [14, 3] as const;

type PayRecord = Pick<Opportunity, 'payMinMinor' | 'payMaxMinor' | 'payUnit' | 'payCurrency'>;

export type OpportunityRecord = Omit<PublicOpportunity, 'pay'>;

export type StateRecord = Omit<MyOpportunity, 'pay' | 'flags'> & { flags: RedFlag[] | null };

const sharedColumns = `o.pay_min_minor::text AS "payMinMinor", o.pay_max_minor::text AS "payMaxMinor",
  o.pay_unit AS "payUnit", o.pay_currency AS "payCurrency",
  o.business_wants_public AND o.staff_say_public AS "isPublic",
  b.legal_name AS "businessName", b.city AS "businessCity", b.country AS "businessCountry", b.offers AS "businessOffers"`;

/** Public columns of opportunity `o` of business `b`. The description is empty unless requested. */
export const publicColumns = ({ description }: { description: boolean }): string =>
  description ? allPublicColumns : `${columnsWithoutDescription}, '' AS description`;

const publicExtraColumns = `${sharedColumns}, ${selectList(Opportunity, 'o', ['harmTags', 'publishedAt', 'expiresAt'])}`;
const allPublicColumns = `${selectList(Opportunity, 'o', 'anyone')}, ${publicExtraColumns}`;
const columnsWithoutDescription = `${selectList(Opportunity, 'o', 'anyone', { except: ['description'] })}, ${publicExtraColumns}`;

/** Columns for the business or staff. `now` and `renewals` (allowed without review) are SQL placeholders. */
export const stateColumns = (audience: Audience, now: string, renewals: string): string => `
  ${selectList(Opportunity, 'o', audience)}, ${sharedColumns},
  EXISTS (SELECT FROM opportunities.visible_opportunities(${now}) v WHERE v.id = o.id) AS "isShown",
  o.status IN ('published', 'expiring', 'expired')
    AND o.expires_at <= ${now}::timestamptz + interval '${noticeDays[0]} days' AS "mayRenew",
  o.renewals >= ${renewals} AS "renewalNeedsReview",
  (SELECT json_agg(json_build_object('rule', f.rule, 'field', f.field, 'excerpt', f.excerpt) ORDER BY f.rule, f.field)
    FROM opportunities.red_flag f WHERE f.opportunity_id = o.id) AS flags`;

export const opportunityOfBusiness =
  'opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id';

export function payFrom(record: PayRecord): Pay | null {
  const { payMinMinor, payMaxMinor, payUnit, payCurrency } = record;
  if (payMinMinor === null || payMaxMinor === null || payUnit === null || payCurrency === null) return null;
  return { min: money(payMinMinor, payCurrency), max: money(payMaxMinor, payCurrency), unit: payUnit };
}

export function opportunityFrom(record: OpportunityRecord): PublicOpportunity {
  return { ...record, pay: payFrom(record) };
}

export function myOpportunityFrom(record: StateRecord): MyOpportunity {
  return { ...record, pay: payFrom(record), flags: record.flags ?? [] };
}
