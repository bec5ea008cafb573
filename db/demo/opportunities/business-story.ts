import type { Tx } from '@upstander/platform';
import { daysBefore } from '../fundraising/days.js';
import { insert } from '../insert.js';
import { idOf } from '../random.js';
import type { Staff, Step } from './business-steps.js';

interface BusinessRef {
  id: string;
  ownerId: string;
  domain: string;
  registeredAgo: number;
}

const staffId = (who: Staff) => idOf('account', `${who}@demo.example`);

interface BusinessState {
  status: string;
  round: number;
  evidenceSince: number;
}

/** All database guards apply. */
export async function runBusinessStory(
  tx: Tx,
  business: BusinessRef,
  story: readonly Step[],
  now: Date,
): Promise<void> {
  const registered = { at: daysBefore(now, business.registeredAgo), actorId: business.ownerId, kind: 'registered' };
  await insertEvent(tx, business.id, { ...registered, to: 'submitted' });
  for (const step of story) await runStep(tx, business, step, daysBefore(now, step.ago));
}

async function runStep(tx: Tx, business: BusinessRef, step: Step, at: Date): Promise<void> {
  const { id, ownerId } = business;
  const [current] = await tx.query<BusinessState>(
    `SELECT status, round, evidence_since AS "evidenceSince" FROM opportunities.business WHERE id = $1`,
    [id],
  );
  const { status, round } = current!;
  const setStatus = (to: string, set: string, reason = '') =>
    tx.query(
      `UPDATE opportunities.business SET status = $2, status_reason = $3, updated_at = $4 ${set} WHERE id = $1`,
      [id, to, reason, at],
    );
  switch (step.what) {
    case 'taken':
      await setStatus('in_review', '');
      return insertEvent(tx, id, { at, actorId: staffId('moderator'), kind: 'taken', from: status, to: 'in_review' });
    case 'look':
      return recordEvidence(tx, business, step, { at, round });
    case 'domain':
      return verifyDomain(tx, business, step.mailbox, { at, round });
    case 'approval':
      return approve(tx, id, { by: staffId(step.by), at, round, status });
    case 'changes_requested':
    case 'refused':
    case 'suspended': {
      const ends =
        step.what === 'suspended' ? ', approved_until = NULL, round = round + 1, evidence_since = round + 1' : '';
      await setStatus(step.what, ends, step.reason);
      const event = { at, actorId: staffId(step.by), kind: step.what, from: status, to: step.what };
      return insertEvent(tx, id, { ...event, note: step.reason });
    }
    case 'resubmitted':
      await setStatus('submitted', ', round = round + 1, submitted_at = $4');
      return insertEvent(tx, id, { at, actorId: ownerId, kind: 'resubmitted', from: status, to: 'submitted' });
    case 'renewing':
      await setStatus(
        'approved',
        ', renewing = true, round = round + 1, evidence_since = round + 1, submitted_at = $4',
      );
      return insertEvent(tx, id, { at, actorId: ownerId, kind: 'resubmitted', from: status, to: 'approved' });
    case 'lapsed':
      await setStatus('lapsed', '');
      return insertEvent(tx, id, { at, actorId: null, kind: 'lapsed', from: status, to: 'lapsed' });
  }
}

async function recordEvidence(
  tx: Tx,
  { id }: BusinessRef,
  step: Step & { what: 'look' },
  { at, round }: { at: Date; round: number },
): Promise<void> {
  const passed = step.failed === undefined;
  await insert(tx, 'opportunities.evidence', [
    {
      businessId: id,
      round,
      kind: step.kind,
      passed,
      source: step.source,
      note: step.failed ?? '',
      recordedBy: staffId(step.by),
      recordedAt: at,
    },
  ]);
  const said = `${step.kind}: ${passed ? 'passed' : 'failed'}`;
  await insertEvent(tx, id, { at, actorId: staffId(step.by), kind: 'evidence', note: said, forStaffOnly: true });
}

async function verifyDomain(
  tx: Tx,
  { id, ownerId, domain }: BusinessRef,
  mailbox: string,
  { at, round }: { at: Date; round: number },
): Promise<void> {
  const address = `${mailbox}@${domain}`;
  const opened = new Date(at.valueOf() + 40 * 60_000);
  await insert(tx, 'opportunities.domain_verification', [
    {
      id: idOf('domain verification', id, round),
      businessId: id,
      domain,
      mailbox,
      sentBy: ownerId,
      sentAt: at,
      expiresAt: new Date(at.valueOf() + 7 * 24 * 3_600_000),
      verifiedAt: opened,
    },
  ]);
  await insertEvent(tx, id, { at, actorId: ownerId, kind: 'domain_mailed', note: address });
  const evidence = { businessId: id, round, kind: 'domain_mail', passed: true, source: address, recordedAt: opened };
  await insert(tx, 'opportunities.evidence', [evidence]);
  await insertEvent(tx, id, { at: opened, actorId: null, kind: 'domain_verified', note: address });
}

async function approve(
  tx: Tx,
  id: string,
  { by, at, round, status }: { by: string; at: Date; round: number; status: string },
): Promise<void> {
  await insert(tx, 'opportunities.approval', [{ businessId: id, round, accountId: by, approvedAt: at }]);
  await insertEvent(tx, id, { at, actorId: by, kind: 'approval', forStaffOnly: true });
  const approvals = await tx.query('SELECT FROM opportunities.approval WHERE business_id = $1 AND round = $2', [
    id,
    round,
  ]);
  if (approvals.length < 2) return;
  await tx.query(
    `UPDATE opportunities.business SET status = 'approved', status_reason = '', vetted_at = $2, updated_at = $2,
       approved_until = (($2::timestamptz AT TIME ZONE 'UTC')::date + interval '1 year')::date,
       approved_fields = json_build_object('legalName', legal_name, 'registrationNumber', registration_number,
         'street', street, 'city', city, 'region', region, 'postalCode', postal_code, 'country', country,
         'website', website, 'supervisorName', supervisor_name, 'supervisorTitle', supervisor_title,
         'supervisorPhone', supervisor_phone)
     WHERE id = $1`,
    [id, at],
  );
  await insertEvent(tx, id, { at, actorId: by, kind: 'approved', from: status, to: 'approved' });
}

interface BusinessEvent {
  at: Date;
  actorId: string | null;
  kind: string;
  from?: string;
  to?: string;
  note?: string;
  forStaffOnly?: boolean;
}

async function insertEvent(tx: Tx, businessId: string, { from, to, ...event }: BusinessEvent): Promise<void> {
  const row = { businessId, note: '', forStaffOnly: false, fromStatus: from, toStatus: to, ...event };
  await insert(tx, 'opportunities.business_event', [row]);
}
