import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { aBusiness, aMember as aMemberOf } from './businesses.js';
import { days } from './movable-clock.js';

export interface BusinessParts {
  name?: string;
  status?: 'submitted' | 'in_review' | 'changes_requested' | 'approved' | 'refused' | 'lapsed' | 'suspended';
  approvedUntil?: string;
  region?: string;
  members?: string[];
}

/** Approved by default, through permitted transitions. */
export async function aVettedBusiness(db: Database, business: BusinessParts = {}): Promise<{ id: string }> {
  const { name = 'Golden Crust Bakery', status = 'approved', region, members = [] } = business;
  const approvedUntil = business.approvedUntil ?? '2100-01-01';
  const parts = { legalName: name, status, approvedUntil, region, ownerId: members[0] };
  const { id } = await aBusiness(db, parts);
  for (const accountId of members.slice(1)) await aMember(db, id, accountId);
  return { id };
}

export async function aMember(
  db: Database,
  businessId: string,
  accountId: string,
  { frozen = false, role = 'owner' }: { frozen?: boolean; role?: 'owner' | 'editor' } = {},
): Promise<void> {
  await aMemberOf(db, { businessId, accountId, frozen, role });
}

export type OpportunityStatus =
  | 'draft'
  | 'in_review'
  | 'changes_requested'
  | 'published'
  | 'expiring'
  | 'expired'
  | 'filled'
  | 'withdrawn'
  | 'refused';

export interface OpportunityParts {
  businessId?: string;
  business?: BusinessParts;
  status?: OpportunityStatus;
  kind?: 'job' | 'internship' | 'skills_training' | 'other';
  title?: string;
  description?: string;
  language?: 'en' | 'es';
  place?: string;
  remote?: boolean;
  idNeeded?: boolean;
  backgroundCheck?: boolean;
  nightWork?: boolean;
  childcareHours?: boolean;
  trainingPaid?: boolean | null;
  transport?: string;
  equipment?: string;
  harmTags?: string[];
  wantsPublic?: boolean;
  staffAllowsPublic?: boolean;
  publishedAt?: Date;
  expiresAt?: Date;
  renewals?: number;
}

/** Published by default, with an approved business if none is given. */
export async function anOpportunity(
  db: Database,
  opportunity: OpportunityParts = {},
): Promise<{ id: string; slug: string; businessId: string }> {
  const businessId = opportunity.businessId ?? (await aVettedBusiness(db, opportunity.business)).id;
  const status = opportunity.status ?? 'published';
  const publishedAt = opportunity.publishedAt ?? new Date();
  const wasPublished = !['draft', 'in_review', 'changes_requested', 'refused'].includes(status);
  const slug = `opportunity-${randomUUID().slice(0, 12)}`;
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO opportunities.opportunity AS o (business_id, slug, status, kind, title, description, language, place, remote,
       id_needed, background_check, night_work, childcare_hours, training_paid, transport, equipment, harm_tags,
       business_wants_public, staff_say_public, supervisor_name, pay_min_minor, pay_max_minor, pay_unit, pay_currency,
       hours_per_week, submitted_at, created_at, updated_at)
     VALUES ($1, $2, 'in_review', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'Ines Soto',
       1900, 2200, 'hour', 'USD', 30, $19, $19, $19) RETURNING id`,
    [
      businessId,
      slug,
      opportunity.kind ?? 'job',
      opportunity.title ?? 'Baker',
      opportunity.description ?? 'Bread and rolls, from four in the morning.',
      opportunity.language ?? 'en',
      opportunity.place ?? 'Fresno',
      opportunity.remote ?? false,
      opportunity.idNeeded ?? true,
      opportunity.backgroundCheck ?? true,
      opportunity.nightWork ?? false,
      opportunity.childcareHours ?? false,
      opportunity.trainingPaid ?? null,
      opportunity.transport ?? '',
      opportunity.equipment ?? '',
      opportunity.harmTags ?? [],
      opportunity.wantsPublic ?? false,
      opportunity.staffAllowsPublic ?? false,
      publishedAt,
    ],
  );
  const id = row!.id;
  if (wasPublished) {
    const expiresAt = opportunity.expiresAt ?? new Date(publishedAt.valueOf() + days(60));
    await db.query(
      `UPDATE opportunities.opportunity o SET status = 'published', approved_content = opportunities.opportunity_content(o),
         approved_version = version, approved_at = $2, published_at = $2, expires_at = $3, renewals = $4 WHERE id = $1`,
      [id, publishedAt, expiresAt, opportunity.renewals ?? 0],
    );
  }
  if (status !== 'in_review' && status !== 'published') {
    await db.query('UPDATE opportunities.opportunity SET status = $2 WHERE id = $1', [id, status]);
  }
  return { id, slug, businessId };
}

export function opportunityInput(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    kind: 'JOB',
    title: 'Baker',
    description: 'Bread and rolls, with a team of four. We show you everything.',
    language: 'EN',
    payMin: { amountMinor: 1900, currency: 'USD' },
    payMax: { amountMinor: 2200, currency: 'USD' },
    payUnit: 'HOUR',
    hoursPerWeek: 30,
    schedule: 'Monday to Friday, 6:00 to 12:00',
    place: 'Fresno, CA',
    supervisorName: 'Ines Soto',
    idNeeded: false,
    backgroundCheck: false,
    languages: ['en', 'es'],
    ...parts,
  };
}

export async function aBusinessPerson(
  app: {
    db: Database;
    signedIn: (person?: {
      name?: string;
      role?: string;
    }) => Promise<{ accountId: string; cookie: string; email: string }>;
  },
  business: BusinessParts = {},
): Promise<{ accountId: string; cookie: string; email: string; businessId: string }> {
  const person = await app.signedIn({ name: 'Ines Soto', role: 'business' });
  const { id } = await aVettedBusiness(app.db, { ...business, members: [person.accountId] });
  return { ...person, businessId: id };
}
