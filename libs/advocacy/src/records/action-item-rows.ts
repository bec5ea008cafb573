import type { Closure, ClosureKind } from '@upstander/opportunities';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';

export interface ActionItemRow extends Record<string, unknown> {
  id: string;
  kind: ClosureKind;
  closedAt: Date;
  acknowledgedAt: Date | null;
  accountId: string | null;
}

export async function actionItemsOf(tx: SealedTx, applicationId: string): Promise<ActionItemRow[]> {
  return tx.query<ActionItemRow>(
    `SELECT id, kind, closed_at AS "closedAt", acknowledged_at AS "acknowledgedAt", acknowledged_by AS "accountId"
     FROM sealed.action_item WHERE application_id = $1 ORDER BY closed_at DESC, id`,
    [applicationId],
  );
}

/** Acknowledges the open action items of an application on behalf of the reader, and audits it. */
export async function acknowledgeActionItems(tx: SealedTx, applicationId: string): Promise<void> {
  const updatedRows = await tx.query(
    `UPDATE sealed.action_item SET acknowledged_at = $2, acknowledged_by = $3
     WHERE application_id = $1 AND acknowledged_at IS NULL RETURNING id`,
    [applicationId, tx.at, accountOf(tx.reader)],
  );
  if (updatedRows.length > 0)
    tx.audit({ action: 'action-item-done', recordKind: 'application', recordId: applicationId });
}

/**
 * SQL condition: application `r` has an open action item for this advocate. Applications taken by a colleague don't
 * count. Applications without a current advocate count for everyone.
 * @param me placeholder of the advocate's account
 * @param advocates placeholder of the accounts of all current advocates
 */
export const needsAttentionSql = (me: string, advocates: string): string =>
  `(EXISTS (SELECT FROM sealed.action_item n WHERE n.application_id = r.id AND n.acknowledged_at IS NULL)
    AND (r.taken_by = ${me}::uuid OR coalesce(r.taken_by <> ALL (${advocates}::uuid[]), true)))`;

/** SQL condition: a closure affects application `a`, because it is open or led to an introduction. */
export const affectedCondition = `(a.status <> 'closed'
  OR EXISTS (SELECT FROM sealed.introduction i WHERE i.application_id = a.id))`;

/** Returns the opportunities of all applications that a closure could affect. */
export async function findAffectedOpportunities(tx: SealedTx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT a.opportunity_id AS id FROM sealed.application a WHERE ${affectedCondition}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Adds one action item per closure to every application it affects.
 * For a closed application, only closures of the business count. A closure from before the application counts only
 * while it is current, because then the two happened at the same time.
 */
export async function addActionItems(tx: SealedTx, closures: readonly Closure[]): Promise<void> {
  await tx.query(
    `INSERT INTO sealed.action_item (id, application_id, cause, kind, closed_at, created_at)
     SELECT gen_random_uuid(), a.id, c.cause, c.kind, c.at, $2
     FROM jsonb_to_recordset($1::jsonb)
         AS c ("opportunityId" uuid, cause text, kind text, at timestamptz, "isCurrent" boolean)
       JOIN sealed.application a ON a.opportunity_id = c."opportunityId"
     WHERE ${affectedCondition} AND (a.status <> 'closed' OR c.kind LIKE 'business%')
       AND (c."isCurrent" OR c.at >= a.created_at)
     ON CONFLICT (application_id, cause) DO NOTHING`,
    [JSON.stringify(closures), tx.at],
  );
}
