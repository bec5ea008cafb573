import { accountName } from '@upstander/identity';
import { businessColumns, factsFrom, type BusinessRecord } from './business-columns.js';
import { approvalsNeeded, evidenceKinds, requiredEvidence } from './evidence-kind.js';
import type {
  BusinessApproval,
  BusinessChange,
  ManagedBusinessEvent,
  BusinessEvidence,
  EvidenceStep,
  ManagedBusiness,
} from './managed-business.js';
import { vettedFieldNames, type VettedFields } from './vetted-fields.js';

/** A row inside JSON, where timestamps are strings. */
type WithTextTimes<Row, Time extends keyof Row> = Omit<Row, Time> & Record<Time, string>;

export type ManagedRecord = BusinessRecord & {
  evidence: Array<WithTextTimes<BusinessEvidence, 'recordedAt'>> | null;
  approvals: Array<WithTextTimes<BusinessApproval, 'approvedAt'>> | null;
  history: Array<WithTextTimes<ManagedBusinessEvent, 'at'>> | null;
  opportunitiesShown: number;
  opportunitiesTotal: number;
  previousRefusals: number;
  isOwn: boolean;
  approvedByMe: boolean;
};

/**
 * Columns of business `b` for staff, joined with `businessSource`. `$1` is the current time, `$2` the actor's account.
 */
export const managedColumns = `${businessColumns},
  (SELECT json_agg(json_build_object('id', e.id::text, 'kind', e.kind, 'passed', e.passed, 'source', e.source,
      'note', e.note, 'recordedBy', ${accountName('e.recorded_by')}, 'recordedAt', e.recorded_at) ORDER BY e.id DESC)
    FROM opportunities.evidence e
    WHERE e.business_id = b.id AND e.round >= b.evidence_since) AS evidence,
  (SELECT json_agg(json_build_object('accountId', y.account_id, 'name', ${accountName('y.account_id')}, 'approvedAt', y.approved_at)
      ORDER BY y.approved_at, y.account_id)
    FROM opportunities.approvals_of(b.id, b.round) y) AS approvals,
  (SELECT json_agg(json_build_object('at', e.at, 'kind', e.kind, 'actorName', ${accountName('e.actor_id')}, 'fromStatus', e.from_status,
      'toStatus', e.to_status, 'note', e.note) ORDER BY e.id DESC)
    FROM (SELECT * FROM opportunities.business_event e WHERE e.business_id = b.id ORDER BY e.id DESC LIMIT 500) e) AS history,
  b.approved_fields AS "approvedFields",
  (SELECT count(*)::integer FROM opportunities.visible_opportunities($1) o WHERE o.business_id = b.id) AS "opportunitiesShown",
  (SELECT count(*)::integer FROM opportunities.opportunity o WHERE o.business_id = b.id) AS "opportunitiesTotal",
  (SELECT count(*)::integer FROM opportunities.business o WHERE o.country = b.country
      AND o.registration_key = b.registration_key AND o.status = 'refused' AND o.id <> b.id) AS "previousRefusals",
  EXISTS (SELECT FROM opportunities.member m WHERE m.business_id = b.id AND m.account_id = $2) AS "isOwn",
  EXISTS (SELECT FROM opportunities.approval y WHERE y.business_id = b.id AND y.round = b.round AND y.account_id = $2)
    AS "approvedByMe"`;

export type CannotApprove = 'OWN_BUSINESS' | 'NOT_IN_REVIEW' | 'ALREADY_APPROVED' | 'EVIDENCE_MISSING';

export function managedFrom(record: ManagedRecord): ManagedBusiness {
  const { evidence, approvals, history, isOwn, approvedByMe, ...rest } = record;
  const { opportunitiesShown, opportunitiesTotal, previousRefusals } = record;
  const facts = factsFrom(rest);
  const evidenceEntries = (evidence ?? []).map((look) => ({ ...look, recordedAt: new Date(look.recordedAt) }));
  const checklist = checklistOf(evidenceEntries);
  const waits = facts.status === 'submitted' || facts.status === 'in_review' || facts.renewing;
  const cannotApproveBecause = approvalObstacle({ ...facts, isOwn, approvedByMe, checklist });
  return {
    ...facts,
    opportunitiesShown,
    opportunitiesTotal,
    previousRefusals,
    evidence: evidenceEntries,
    checklist,
    approvals: (approvals ?? []).map((approval) => ({ ...approval, approvedAt: new Date(approval.approvedAt) })),
    approvalsNeeded,
    changes: changesSince(record.approvedFields, facts),
    mayApprove: cannotApproveBecause === null,
    cannotApproveBecause,
    history: (history ?? []).map((event) => ({ ...event, at: new Date(event.at) })),
    waitingSince: waits ? facts.submittedAt : null,
  };
}

/** The latest entry of each kind counts. */
function checklistOf(entries: readonly Pick<BusinessEvidence, 'kind' | 'passed'>[]): EvidenceStep[] {
  return evidenceKinds.map((kind) => {
    const latest = entries.find((entry) => entry.kind === kind);
    const required = requiredEvidence.includes(kind);
    return { kind, required, done: latest?.passed === true, failed: latest?.passed === false };
  });
}

function approvalObstacle(business: {
  status: string;
  renewing: boolean;
  isOwn: boolean;
  approvedByMe: boolean;
  checklist: readonly EvidenceStep[];
}): CannotApprove | null {
  if (business.isOwn) return 'OWN_BUSINESS';
  if (business.status !== 'in_review' && !business.renewing) return 'NOT_IN_REVIEW';
  if (business.approvedByMe) return 'ALREADY_APPROVED';
  return business.checklist.every(({ required, done }) => done || !required) ? null : 'EVIDENCE_MISSING';
}

function changesSince(approved: VettedFields | null, now: VettedFields): BusinessChange[] {
  if (!approved) return [];
  return vettedFieldNames
    .filter((field) => approved[field] !== now[field])
    .map((field) => ({ field, before: approved[field], after: now[field] }));
}
