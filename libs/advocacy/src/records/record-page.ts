import { badInput, countCap, pageSize, timeCursor } from '@upstander/platform';
import { accountOf } from '../sealed/eyes.js';
import type { SealedTx } from '../sealed/sealed-tx.js';
import type { RecordKind, RecordStatus } from './record-kind.js';

export interface Wished {
  status?: readonly RecordStatus[] | null;
  mine?: boolean | null;
  unread?: boolean | null;
}

export interface Page {
  first: number | null;
  after: string | null;
}

/** The columns that records of both kinds have in their lists: nothing of them is sealed. */
interface Listed extends Record<string, unknown> {
  id: string;
  createdAt: Date;
}

/**
 * A page of records `r`, newest first, with one row more than it holds, and how many match.
 * @throws Refusal BAD_INPUT for a page size or a cursor that is none.
 */
export async function recordPage<Row extends Listed>(
  tx: SealedTx,
  kind: RecordKind,
  columns: string,
  wished: Wished | null,
  page: Page,
): Promise<{ rows: Row[]; size: number; after: boolean; total: number }> {
  const size = pageSize(page.first);
  const cursor = timeCursor(page.after);
  if (wished?.status?.length === 0) throw badInput({ status: 'required' });
  const params = [wished?.status ?? null, wished?.mine ?? null, accountOf(tx.eyes), wished?.unread ?? null];
  const matches = `($1::text[] IS NULL OR r.status = ANY ($1))
    AND ($2::boolean IS NULL OR CASE WHEN $2 THEN r.taken_by = $3::uuid ELSE r.taken_by IS NULL END)
    AND ($4::boolean IS NULL OR $4 = EXISTS (
      SELECT FROM sealed.message m WHERE m.record_id = r.id AND m.read_at IS NULL AND m.from_whom <> 'advocate'
    ))`;
  const rows = await tx.query<Row>(
    `SELECT r.id, r.status, r.created_at AS "createdAt", r.language, r.taken_by AS "takenBy",
       coalesce(r.taken_by = $3::uuid, false) AS "takenByMe", (
         SELECT count(*)::integer FROM sealed.message m
         WHERE m.record_id = r.id AND m.read_at IS NULL AND m.from_whom <> 'advocate'
       ) AS unread, ${columns}
     FROM sealed.${kind} r
     WHERE ${matches} AND ($5::timestamptz IS NULL OR (r.created_at, r.id) < ($5::timestamptz, $6::uuid))
     ORDER BY r.created_at DESC, r.id DESC LIMIT $7`,
    [...params, cursor?.at ?? null, cursor?.id ?? null, size + 1],
  );
  const [number] = await tx.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM (SELECT FROM sealed.${kind} r WHERE ${matches} LIMIT ${countCap + 1}) m`,
    params,
  );
  return { rows, size, after: cursor !== null, total: number?.total ?? 0 };
}
