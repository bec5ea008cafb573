import { badInput, keysetList, Values, type Connection, type PageArgs } from '@upstander/platform';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import type { RecordKind, RecordStatus } from './record-kind.js';

export interface RecordFilter {
  status?: readonly RecordStatus[] | null;
  mine?: boolean | null;
  unread?: boolean | null;
}

/**
 * Returns a page of records `r`, newest first, reading only unsealed columns.
 * @param extraConditions adds conditions, given the placeholder of the reader's account
 * @throws Refusal BAD_INPUT for an invalid page size or cursor
 */
export function recordPage<Row extends object>(
  tx: SealedTx,
  kind: RecordKind,
  columns: string,
  filter: RecordFilter | null,
  page: PageArgs,
  extraConditions: (me: string, values: Values) => string[] = () => [],
): Promise<Connection<Row>> {
  if (filter?.status?.length === 0) throw badInput({ status: 'required' });
  const values = new Values([accountOf(tx.reader)]);
  const conditions: string[] = [];
  if (filter?.status) conditions.push(`r.status = ANY (${values.add(filter.status)}::text[])`);
  if (typeof filter?.mine === 'boolean') conditions.push(`r.taken_by ${filter.mine ? '= $1::uuid' : 'IS NULL'}`);
  if (typeof filter?.unread === 'boolean')
    conditions.push(`${filter.unread ? '' : 'NOT '}EXISTS (SELECT ${unreadFrom})`);
  conditions.push(...extraConditions('$1', values));
  return keysetList<Row>(tx, {
    columns: `r.id, r.status, r.created_at AS "createdAt", r.language, r.taken_by AS "takenBy",
      coalesce(r.taken_by = $1::uuid, false) AS "takenByMe", (SELECT count(*)::integer ${unreadFrom}) AS unread, ${columns}`,
    from: `sealed.${kind} r`,
    conditions,
    values,
    by: { 'r.created_at': 'timestamptz', 'r.id': 'uuid' },
    direction: 'DESC',
    page,
  });
}

const unreadFrom = `FROM sealed.message m
  WHERE m.record_id = r.id AND m.read_at IS NULL AND m.from_whom <> 'advocate'`;
