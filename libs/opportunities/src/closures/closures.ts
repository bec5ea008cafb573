import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@upstander/platform';
import { statusNow, type BusinessStatus } from '../businesses/business-status.js';
import type { OpportunityStatus } from '../opportunities/opportunity-status.js';
import type { ClosureKind } from './closure-kind.js';

export interface Closure {
  opportunityId: string;
  businessId: string;
  /** Stable ID of this closure. A later closure of the same opportunity has another. */
  cause: string;
  kind: ClosureKind;
  at: Date;
  /** False once the business is approved again or the opportunity is back on the site. */
  isCurrent: boolean;
}

/** Current status of an opportunity and its business, with the reasons staff gave the business. */
export interface OpportunityState {
  opportunityId: string;
  businessStatus: BusinessStatus;
  businessReason: string | null;
  opportunityStatus: OpportunityStatus;
  opportunityReason: string | null;
  isOpen: boolean;
}

/** SQL condition: event `e` ended an approval or ruled out the next one. */
const closedBusinessCondition = `(e.to_status IS DISTINCT FROM e.from_status
  AND (e.from_status = 'approved' OR e.to_status IN ('suspended', 'refused', 'lapsed')))`;

/**
 * SQL condition: event `e` removed an opportunity from the site or ruled out its return. Edits by the business don't
 * count.
 */
const closedOpportunity = `(e.to_status IS DISTINCT FROM e.from_status
  AND (e.to_status IN ('filled', 'withdrawn', 'expired', 'refused')
    OR e.to_status = 'changes_requested' AND e.from_status IN ('published', 'expiring')))`;

const latestClosures = `
  WITH asked AS (
    SELECT o.id, o.status, b.id AS business_id, b.status AS business_status, b.updated_at,
      opportunities.is_approved(b, $2) AS is_approved
    FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
    WHERE o.id = ANY ($1::uuid[])
  )
  SELECT a.id AS "opportunityId", a.business_id AS "businessId",
    'business/' || coalesce(e.id::text, a.business_status) AS cause,
    CASE WHEN e.kind = 'lapsed' THEN 'business_lapsed'
      WHEN coalesce(e.to_status, a.business_status) IN ('suspended', 'refused', 'lapsed')
        THEN 'business_' || coalesce(e.to_status, a.business_status)
      ELSE 'business_in_review' END AS kind,
    coalesce(e.at, a.updated_at) AS at, a.business_status <> 'approved' AS "isCurrent"
  FROM asked a LEFT JOIN LATERAL (
    SELECT e.id, e.kind, e.to_status, e.at FROM opportunities.business_event e
    WHERE e.business_id = a.business_id AND ${closedBusinessCondition} ORDER BY e.id DESC LIMIT 1
  ) e ON true
  -- Until the lapse is recorded (a minute at most), an approval past its last day has no event of its own.
  WHERE e.id IS NOT NULL OR a.business_status <> 'approved'
  UNION ALL
  SELECT a.id, a.business_id,
    'business/unattended/' || coalesce((SELECT max(e.id) FROM opportunities.business_event e
      WHERE e.business_id = a.business_id AND e.kind LIKE 'member%'), 0)
      || '/' || coalesce(floor(extract(epoch FROM max(c.disabled_at))), 0),
    'business_unattended', coalesce(max(c.disabled_at), $2), true
  FROM asked a LEFT JOIN opportunities.member m ON m.business_id = a.business_id
    LEFT JOIN identity.account c ON c.id = m.account_id
  WHERE a.is_approved
  GROUP BY a.id, a.business_id HAVING count(*) FILTER (WHERE m.frozen_at IS NULL AND c.disabled_at IS NULL AND c.id IS NOT NULL) = 0
  UNION ALL
  SELECT a.id, a.business_id, 'opportunity/' || e.id,
    CASE e.to_status WHEN 'changes_requested' THEN 'opportunity_taken_down' ELSE 'opportunity_' || e.to_status END,
    e.at, a.status NOT IN ('published', 'expiring')
  FROM asked a CROSS JOIN LATERAL (
    SELECT e.id, e.to_status, e.at FROM opportunities.opportunity_event e
    WHERE e.opportunity_id = a.id AND ${closedOpportunity} ORDER BY e.id DESC LIMIT 1
  ) e`;

/** Reports closures of opportunities and their businesses to libraries that store only opportunity IDs. */
@Injectable()
export class Closures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async findLatest(opportunityIds: readonly string[]): Promise<Closure[]> {
    if (opportunityIds.length === 0) return [];
    return this.db.query<Closure>(latestClosures, [opportunityIds, this.clock.now()]);
  }

  /** Returns the minutes since an instant in which an opportunity or a business closed. */
  async findMinutes(since: Date): Promise<Date[]> {
    const rows = await this.db.query<{ minute: Date }>(
      `SELECT date_trunc('minute', e.at) AS minute FROM opportunities.business_event e
         JOIN opportunities.business b ON b.id = e.business_id
       WHERE e.at >= $1 AND e.at <= $2 AND b.vetted_at IS NOT NULL AND ${closedBusinessCondition}
       UNION SELECT date_trunc('minute', e.at) FROM opportunities.opportunity_event e
         JOIN opportunities.opportunity o ON o.id = e.opportunity_id
       WHERE e.at >= $1 AND e.at <= $2 AND o.published_at IS NOT NULL AND ${closedOpportunity}
       ORDER BY 1`,
      [since, this.clock.now()],
    );
    return rows.map(({ minute }) => minute);
  }

  async findStates(opportunityIds: readonly string[]): Promise<Map<string, OpportunityState>> {
    const rows = await this.db.query<OpportunityState>(
      `SELECT o.id AS "opportunityId", ${statusNow('$2')} AS "businessStatus",
         nullif(b.status_reason, '') AS "businessReason",
         CASE WHEN o.status IN ('published', 'expiring') AND o.expires_at <= $2 THEN 'expired' ELSE o.status END
           AS "opportunityStatus",
         nullif(o.status_reason, '') AS "opportunityReason",
         o.status IN ('published', 'expiring') AND o.expires_at > $2 AND opportunities.is_approved(b, $2) AS "isOpen"
       FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
       WHERE o.id = ANY ($1::uuid[])`,
      [opportunityIds, this.clock.now()],
    );
    return new Map(rows.map((row) => [row.opportunityId, row]));
  }
}
