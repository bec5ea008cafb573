import { notFound, Refusal, type Tx } from '@upstander/platform';
import type { BusinessStatus } from './business-status.js';
import { Business } from './business.entity.js';

/**
 * Every change to a business takes this lock.
 * @throws Refusal NOT_FOUND
 */
export async function lockBusiness(tx: Tx, id: string): Promise<Business> {
  const found = await tx.manager.findOne(Business, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!found) throw notFound('This business');
  return found;
}

/** Entries of a business's history. Their texts are in the admin catalog (`businesses.history.kinds`). */
export type BusinessEventKind =
  | 'registered'
  | 'taken'
  | 'approval'
  | 'approval_undone'
  | 'approved'
  | 'changes_requested'
  | 'refused'
  | 'suspended'
  | 'reinstated'
  | 'resubmitted'
  | 'changed'
  | 'edited'
  | 'lapsed'
  | 'evidence'
  | 'domain_mailed'
  | 'domain_verified'
  | 'member_added'
  | 'member_role'
  | 'member_removed'
  | 'member_frozen'
  | 'member_unfrozen';

export interface NewEvent {
  businessId: string;
  at: Date;
  actorId: string | null;
  kind: BusinessEventKind;
  from?: BusinessStatus | null;
  to?: BusinessStatus | null;
  note?: string;
  forStaffOnly?: boolean;
}

export async function insertBusinessEvent(tx: Tx, event: NewEvent): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO opportunities.business_event (business_id, at, actor_id, kind, from_status, to_status, note, for_staff_only)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      event.businessId,
      event.at,
      event.actorId,
      event.kind,
      event.from ?? null,
      event.to ?? null,
      event.note ?? '',
      event.forStaffOnly ?? false,
    ],
  );
  return row!.id;
}

/** Returns the UTC date of an instant. Approvals end with a UTC day. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** Reads the same regardless of the owner and the status of the existing business. */
export function businessKnown(): Refusal {
  return new Refusal(
    'BUSINESS_KNOWN',
    'A business with this registration number is already registered. If it’s yours, ask a colleague to add you, or write to us.',
  );
}
