import { connectionFrom, countCap, encodeCursor, isUuid, pageSize, timeCursor } from '@upstander/platform';
import {
  managedPlanColumns,
  managedPlanFrom,
  managedPlanGifts,
  managedPlanTables,
  type ManagedPlanRecord,
} from './managed-plan-columns.js';
import type { ManagedPlanConnection, PlanFilter, PlanSort } from './managed-plan.js';

type PageRecord = ManagedPlanRecord & { total: number };

/**
 * The statement for a page of plans by when they were begun, and how its rows become the connection. Pages begin behind
 * a row, never at an offset.
 * @throws Refusal BAD_INPUT.
 */
export function planPage(
  chapters: string[] | 'all',
  filter: PlanFilter,
  sort: PlanSort,
  page: { first?: number | null; after?: string | null },
): { sql: string; values: unknown[]; read: (rows: PageRecord[]) => ManagedPlanConnection } {
  const size = pageSize(page.first);
  const cursor = timeCursor(page.after);
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;

  const conditions = [chapters === 'all' ? 'true' : `c.chapter_id = ANY (${add(chapters)}::uuid[])`];
  if (filter.campaignId) {
    if (!isUuid(filter.campaignId)) conditions.push('false');
    else conditions.push(`p.campaign_id = ${add(filter.campaignId)}`);
  }
  if (filter.status) conditions.push(`p.status = ANY (${add(filter.status)}::text[])`);
  const text = filter.text?.trim();
  if (text) {
    const wanted = add(`%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(platform.fold(p.name) LIKE platform.fold(${wanted}) OR lower(d.email::text) LIKE ${wanted})`);
  }
  const [order, behind] = sort === 'newest' ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const after = cursor
    ? `(p.created_at, p.id) ${behind} (${add(cursor.at)}::timestamptz, ${add(cursor.id)}::uuid)`
    : 'true';
  const where = conditions.join(' AND ');
  const sql = `SELECT matching.total, page.*
    FROM (
      SELECT count(*)::integer AS total
      FROM (SELECT FROM ${managedPlanTables} WHERE ${where} LIMIT ${countCap + 1}) m
    ) matching LEFT JOIN LATERAL (
      SELECT ${managedPlanColumns}, total.*, months.gifts FROM (
        SELECT p.* FROM ${managedPlanTables} WHERE ${where} AND ${after}
        ORDER BY p.created_at ${order}, p.id ${order} LIMIT ${add(size + 1)}
      ) p JOIN fundraising.campaign c ON c.id = p.campaign_id JOIN fundraising.donor d ON d.id = p.donor_id
      ${managedPlanGifts}
    ) page ON true
    ORDER BY page."createdAt" ${order}, page.id ${order}`;
  return {
    sql,
    values,
    read: (rows) =>
      connectionFrom(rows[0]?.id ? rows.map(managedPlanFrom) : [], {
        size,
        after: cursor !== null,
        total: rows[0]?.total ?? 0,
        cursor: (plan) => encodeCursor([plan.createdAt, plan.id]),
      }),
  };
}
