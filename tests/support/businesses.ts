import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { anAccount } from './people.js';
import { seals } from './seals.js';

export type BusinessState =
  | 'submitted'
  | 'in_review'
  | 'changes_requested'
  | 'approved'
  | 'refused'
  | 'lapsed'
  | 'suspended';

export interface BusinessParts {
  legalName?: string;
  registrationNumber?: string;
  country?: string;
  region?: string;
  /** A unique domain by default. */
  website?: string;
  supervisorPhone?: string;
  status?: BusinessState;
  statusReason?: string;
  /** Last day of its approval; by default a year from `now`. */
  approvedUntil?: string;
  renewing?: boolean;
  /** Owner's account; a new one by default. */
  ownerId?: string;
  now?: Date;
}

export interface MadeBusiness {
  id: string;
  legalName: string;
  domain: string;
  ownerId: string;
}

const day = (at: Date) => at.toISOString().slice(0, 10);
const yearAfter = (at: Date) => day(new Date(Date.UTC(at.getUTCFullYear() + 1, at.getUTCMonth(), at.getUTCDate())));

/**
 * Creates a business with an owner in any status, through permitted transitions: an approved one was approved by two
 * people with all evidence.
 */
export async function aBusiness(db: Database, parts: BusinessParts = {}): Promise<MadeBusiness> {
  const now = parts.now ?? new Date();
  const unique = randomUUID().slice(0, 8);
  const website = parts.website ?? `https://www.bakery-${unique}.example`;
  const domain = new URL(website).hostname.replace(/^www\./, '');
  const legalName = parts.legalName ?? `Larkfield Bakery ${unique}`;
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO opportunities.business (legal_name, registration_number, street, city, region, postal_code, country,
       website, mail_domain, supervisor_name, supervisor_title, supervisor_phone, offers, status, submitted_at, created_at,
       updated_at)
     VALUES ($1, $2, '12 Main Street', 'Los Angeles', $8, '90012', $3, $4, $5, 'Marta Lopez', 'Head baker', $6,
       'Bread, and work for people who like mornings.', 'submitted', $7, $7, $7) RETURNING id`,
    [
      legalName,
      parts.registrationNumber ?? `C${unique}`,
      parts.country ?? 'US',
      website,
      domain,
      parts.supervisorPhone ?? '+13105550123',
      now,
      parts.region ?? 'CA',
    ],
  );
  const { id } = row!;
  const ownerId = parts.ownerId ?? (await anAccount(db, { name: 'Olga Owner', role: 'business' })).id;
  await aMember(db, { businessId: id, accountId: ownerId, role: 'owner', name: 'Olga Owner', now });
  await advanceTo(db, id, parts, now);
  return { id, legalName, domain, ownerId };
}

async function advanceTo(db: Database, id: string, parts: BusinessParts, now: Date): Promise<void> {
  const setStatus = (status: BusinessState, extra = '') =>
    db.query(
      `UPDATE opportunities.business SET status = $2, status_reason = $3, updated_at = $4 ${extra} WHERE id = $1`,
      [id, status, parts.statusReason ?? '', now],
    );
  const status = parts.status ?? 'submitted';
  if (status === 'submitted') return;
  if (status === 'changes_requested' || status === 'refused') return void (await setStatus(status));
  await setStatus('in_review');
  if (status === 'in_review') return;
  await addAllEvidence(db, id, now);
  await anApproval(db, id, { now });
  await anApproval(db, id, { now });
  await db.query(
    `UPDATE opportunities.business b SET status = 'approved', approved_until = $2, vetted_at = $3, updated_at = $3,
       approved_fields = json_build_object('legalName', legal_name, 'registrationNumber', registration_number,
         'street', street, 'city', city, 'region', region, 'postalCode', postal_code, 'country', country,
         'website', website, 'supervisorName', supervisor_name, 'supervisorTitle', supervisor_title,
         'supervisorPhone', supervisor_phone)
     WHERE id = $1`,
    [id, parts.approvedUntil ?? yearAfter(now), now],
  );
  const nextYear = 'renewing = true, round = round + 1, evidence_since = round + 1';
  if (parts.renewing) await db.query(`UPDATE opportunities.business SET ${nextYear} WHERE id = $1`, [id]);
  if (status === 'approved') return;
  await setStatus(status, status === 'suspended' ? ', approved_until = NULL' : '');
}

export interface MemberParts {
  businessId: string;
  accountId?: string;
  name?: string;
  role?: 'owner' | 'editor';
  frozen?: boolean;
  now?: Date;
}

export async function aMember(db: Database, member: MemberParts): Promise<{ accountId: string }> {
  const now = member.now ?? new Date();
  const accountId = member.accountId ?? (await anAccount(db, { name: 'Eddie Editor', role: 'business' })).id;
  const role = member.role ?? 'editor';
  const frozenAt = member.frozen ? now : null;
  await db.query(
    `INSERT INTO opportunities.member (business_id, account_id, name, role, frozen_at, added_at, seal)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      member.businessId,
      accountId,
      member.name ?? 'Eddie Editor',
      role,
      frozenAt,
      now,
      seals.members.sealOf({ businessId: member.businessId, accountId, role, frozenAt }),
    ],
  );
  return { accountId };
}

export async function anEvidenceCheck(
  db: Database,
  businessId: string,
  evidence: { kind: string; passed?: boolean; now?: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO opportunities.evidence (business_id, round, kind, passed, source, recorded_at)
     SELECT id, round, $2, $3, 'The register', $4 FROM opportunities.business WHERE id = $1`,
    [businessId, evidence.kind, evidence.passed ?? true, evidence.now ?? new Date()],
  );
}

export async function addAllEvidence(db: Database, businessId: string, now = new Date()): Promise<void> {
  for (const kind of ['registry', 'domain_mail', 'call_back']) await anEvidenceCheck(db, businessId, { kind, now });
}

export async function anApproval(
  db: Database,
  businessId: string,
  yes: { accountId?: string; now?: Date } = {},
): Promise<void> {
  const accountId = yes.accountId ?? (await anAccount(db, { name: 'Stella Staff', role: 'moderator' })).id;
  await db.query(
    `INSERT INTO opportunities.approval (business_id, round, account_id, approved_at)
     SELECT id, round, $2, $3 FROM opportunities.business WHERE id = $1`,
    [businessId, accountId, yes.now ?? new Date()],
  );
}
