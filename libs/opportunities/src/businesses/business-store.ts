import { notThere, type Tx } from '@upstander/platform';
import type { BusinessStatus } from './business-status.js';
import { vettedColumns, vettedNames, type VettedFields } from './vetted-fields.js';

/** A business as it stands, held for the rest of the transaction. */
export interface HeldBusiness extends VettedFields {
  id: string;
  mailDomain: string;
  offers: string;
  status: BusinessStatus;
  approvedUntil: string | null;
  round: number;
  evidenceSince: number;
  renewing: boolean;
}

const fields = vettedNames.map((field) => `b.${vettedColumns[field]} AS "${field}"`).join(', ');

/** Locks a business and reads it: whoever changes something of one goes through here. @throws Refusal NOT_FOUND. */
export async function holdBusiness(tx: Tx, id: string): Promise<HeldBusiness> {
  const [found] = await tx.query<HeldBusiness>(
    `SELECT b.id, b.mail_domain AS "mailDomain", b.offers, b.status, b.approved_until AS "approvedUntil", b.round,
       b.evidence_since AS "evidenceSince", b.renewing, ${fields}
     FROM opportunities.business b WHERE b.id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (!found) throw notThere('This business');
  return found;
}

/** What is written down of a moment. */
export interface NewEvent {
  businessId: string;
  at: Date;
  actorId: string | null;
  kind: string;
  from?: BusinessStatus | null;
  to?: BusinessStatus | null;
  note?: string;
  forStaffOnly?: boolean;
}

/** Writes a moment of the history down, and answers its number. */
export async function noteEvent(tx: Tx, event: NewEvent): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO opportunities.business_event (business_id, at, actor_id, kind, from_status, to_status, note, for_staff_only)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      ...[event.businessId, event.at, event.actorId, event.kind, event.from ?? null, event.to ?? null],
      ...[event.note ?? '', event.forStaffOnly ?? false],
    ],
  );
  return row!.id;
}

/** The day of an instant by the calendar of UTC: approvals end with one. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
