import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database, keysetList, type PageArgs, Values } from '@upstander/platform';
import { pendingCondition } from '../business-status.js';
import { approvalsNeeded } from '../evidence-kind.js';
import type { Approval, ApprovalConnection } from './approval.js';

// Items waiting for staff; `$1` is the actor. Both halves are read from an index in this order.
const selectWaiting = `
  SELECT 'business' AS kind, b.id, b.legal_name AS title, b.legal_name AS "businessName", b.renewing,
    b.submitted_at AS since,
    (SELECT count(*)::integer FROM (
      SELECT DISTINCT ON (e.kind) e.passed FROM opportunities.evidence e
      WHERE e.business_id = b.id AND e.round >= b.evidence_since ORDER BY e.kind, e.id DESC) latest
      WHERE NOT latest.passed) AS flags,
    (SELECT count(*)::integer FROM opportunities.approvals_of(b.id, b.round)) AS "approvalsGiven",
    ${approvalsNeeded} AS "approvalsNeeded",
    EXISTS (SELECT FROM opportunities.approval a
      WHERE a.business_id = b.id AND a.round = b.round AND a.account_id = $1) AS mine
  FROM opportunities.business b WHERE ${pendingCondition}
  UNION ALL
  SELECT 'opportunity', o.id, o.title, b.legal_name, false, o.submitted_at,
    (SELECT count(*)::integer FROM opportunities.red_flag f WHERE f.opportunity_id = o.id), 0, 1, false
  FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id WHERE o.status = 'in_review'`;

@Injectable()
export class ApprovalsQueue {
  constructor(private readonly db: Database) {}

  /** @throws Refusal BAD_INPUT */
  async page(actor: Actor, page: PageArgs): Promise<ApprovalConnection> {
    return keysetList<Approval>(this.db, {
      columns: `w.kind, w.id, w.title, w."businessName", w.renewing, w.since AS "waitingSince", w.flags,
        w."approvalsGiven", w."approvalsNeeded", w.mine`,
      from: `(${selectWaiting}) w`,
      conditions: [],
      values: new Values([actor.accountId]),
      by: { 'w.since': 'timestamptz', 'w.id': 'uuid' },
      page,
    });
  }
}
