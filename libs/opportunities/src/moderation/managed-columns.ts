import { accountName } from '@upstander/identity';
import { contentFields } from '../opportunities/opportunity-content.js';
import { myOpportunityFrom, stateColumns, type StateRecord } from '../opportunities/opportunity-columns.js';
import { statusNow } from '../businesses/business-status.js';
import type { FieldChange, ManagedOpportunity, OpportunityEvent } from './managed-opportunity.js';

type EventRecord = Omit<OpportunityEvent, 'at'> & { at: string };
type Content = Record<string, unknown>;

export type ManagedRecord = StateRecord &
  Pick<ManagedOpportunity, 'businessStatus' | 'cannotApproveBecause'> & {
    content: Content;
    history: EventRecord[] | null;
  };

/**
 * Columns of an opportunity for staff. `$1` is the current time, `$2` the number of renewals without review, `$3` the
 * actor.
 */
export const managedColumns = `${stateColumns('staff', '$1', '$2')},
  ${statusNow('$1')} AS "businessStatus", o.harm_tags AS "harmTags", ${accountName('o.approved_by')} AS "approvedBy",
  o.approved_content AS "approvedContent", opportunities.opportunity_content(o) AS content,
  CASE WHEN o.status <> 'in_review' THEN 'NOT_IN_REVIEW'
    WHEN EXISTS (SELECT FROM opportunities.member m WHERE m.business_id = b.id AND m.account_id = $3) THEN 'OWN_BUSINESS'
    WHEN NOT opportunities.is_approved(b, $1) THEN 'BUSINESS_NOT_APPROVED'
  END AS "cannotApproveBecause",
  history_of.history`;

/** Joins that `managedColumns` needs. */
export const managedJoins = `
  JOIN opportunities.business b ON b.id = o.business_id
  LEFT JOIN LATERAL (
    SELECT json_agg(e) AS history FROM (
      SELECT e.at, e.kind, ${accountName('e.actor_id')} AS "actorName", e.from_status AS "fromStatus", e.to_status AS "toStatus", e.note
      FROM opportunities.opportunity_event e
      WHERE e.opportunity_id = o.id ORDER BY e.id DESC LIMIT 100
    ) e
  ) history_of ON true`;

export function managedOpportunityFrom(record: ManagedRecord): ManagedOpportunity {
  const { content, approvedContent, history } = record;
  return {
    ...record,
    ...myOpportunityFrom(record),
    changes: approvedContent ? changesBetween(approvedContent, content) : [],
    history: (history ?? []).map((event) => ({ ...event, at: new Date(event.at) })),
    mayApprove: record.cannotApproveBecause === null,
  };
}

function changesBetween(before: Content, after: Content): FieldChange[] {
  return contentFields
    .map((field) => ({ field, before: formatValue(before[field]), after: formatValue(after[field]) }))
    .filter((change) => change.before !== change.after);
}

function formatValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
