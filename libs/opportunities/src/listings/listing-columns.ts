import { money } from '@upstander/ledger';
import type { RedFlag } from '../red-flags/red-flag.js';
import type { MyOpportunity } from './my-opportunity.js';
import type { PayUnit } from './opportunity-enums.js';
import type { Opportunity, OpportunityWords, Pay } from './opportunity.js';

/** The end of a term is told this many days ahead, and then again; from the first on it may be renewed. */
export const noticeDays = [14, 3] as const;

interface PayRecord {
  payMinMinor: string | null;
  payMaxMinor: string | null;
  payUnit: PayUnit | null;
  payCurrency: string | null;
}

export type WordsRecord = Omit<OpportunityWords, 'pay'> & PayRecord;

export type OpportunityRecord = WordsRecord & Pick<Opportunity, 'harmTags' | 'publishedAt' | 'expiresAt'>;

export type StateRecord = WordsRecord &
  Omit<MyOpportunity, keyof OpportunityWords | 'flags'> & { flags: RedFlag[] | null };

/** What a listing called `l` of a business called `b` says; the description only when somebody will read it. */
export const wordColumns = ({ description }: { description: boolean }): string => `
  l.id, l.slug, l.kind, l.title, ${description ? 'l.description' : `''`} AS description, l.language,
  l.pay_min_minor::text AS "payMinMinor", l.pay_max_minor::text AS "payMaxMinor", l.pay_unit AS "payUnit",
  l.pay_currency AS "payCurrency", l.hours_per_week AS "hoursPerWeek", l.schedule, l.night_work AS "nightWork",
  l.remote, l.place, l.starts_on AS "startsOn", l.supervisor_name AS "supervisorName", l.id_needed AS "idNeeded",
  l.background_check AS "backgroundCheck", l.acceptable_records AS "acceptableRecords", l.transport, l.equipment,
  l.childcare_hours AS "childcareHours", l.training_paid AS "trainingPaid", l.languages,
  l.business_wants_public AND l.staff_say_public AS "isPublic",
  b.legal_name AS "businessName", b.city AS "businessCity", b.country AS "businessCountry", b.offers AS "businessOffers"`;

/** What anybody sees beyond that. */
export const publicColumns = (asked: { description: boolean }): string => `${wordColumns(asked)},
  l.harm_tags AS "harmTags", l.published_at AS "publishedAt", l.expires_at AS "expiresAt"`;

/** What a business and staff see; `now` and `renewals` (how many go without a moderator) are placeholders. */
export const stateColumns = (now: string, renewals: string): string => `${wordColumns({ description: true })},
  l.status, l.status_reason AS "statusReason", l.business_wants_public AS "wantsPublic", l.created_at AS "createdAt",
  l.updated_at AS "updatedAt", l.submitted_at AS "submittedAt", l.published_at AS "publishedAt",
  l.expires_at AS "expiresAt", l.version,
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

export function opportunityFrom(record: OpportunityRecord): Opportunity {
  const { payMinMinor, payMaxMinor, payUnit, payCurrency, ...opportunity } = record;
  return { ...opportunity, pay: payFrom({ payMinMinor, payMaxMinor, payUnit, payCurrency }) };
}

export function myOpportunityFrom(record: StateRecord): MyOpportunity {
  const { payMinMinor, payMaxMinor, payUnit, payCurrency, flags, ...opportunity } = record;
  return {
    ...opportunity,
    pay: payFrom({ payMinMinor, payMaxMinor, payUnit, payCurrency }),
    flags: flags ?? [],
  };
}
