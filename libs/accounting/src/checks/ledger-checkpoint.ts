import pg from 'pg';

export interface LedgerCheckpoint {
  /** Database transactions with a lower number had ended, and their rows are checked. */
  below: string;
  /** System identifier of the PostgreSQL cluster that assigned the numbers. */
  cluster: string;
  /** Rows restored from another cluster have numbers from here on, but were posted no later than `restoredUntil`. */
  restoredFrom: string | null;
  restoredUntil: string | null;
  digest: string;
  checkedAt: Date;
}

/** Transaction numbers of a snapshot: those below `below` have ended, those from `next` on are not assigned yet. */
export interface SnapshotHorizon {
  below: string;
  next: string;
  cluster: string;
}

export interface AccountSum {
  account: string;
  sum: string;
  rows: number;
  digest: string;
}

export type Range = Pick<LedgerCheckpoint, 'below' | 'restoredFrom' | 'restoredUntil'>;

const text = (value: string) => pg.escapeLiteral(value);

/**
 * Selects the horizon of the current snapshot. A transaction gets its number at its first write, not
 * at commit, so an earlier number may commit later. But below the oldest running transaction (xmin) nothing can be
 * added: each has committed and is visible here, or was rolled back.
 */
export const horizonSql = `
  SELECT pg_snapshot_xmin(s)::text AS below, pg_snapshot_xmax(s)::text AS next, c.system_identifier::text AS cluster
  FROM pg_current_snapshot() s, pg_control_system() c`;

/** Returns the condition for checked transactions `t`. None can be added to them. */
export function checkedCondition({ below, restoredFrom, restoredUntil }: Range): string {
  const restored = restoredFrom && `t.posted_in >= ${restoredFrom} AND t.posted_at <= ${text(restoredUntil!)}`;
  return `(t.posted_in < ${below}${restored ? ` OR (${restored})` : ''})`;
}

/** Returns the condition for transactions `t` since the checkpoint, the complement of `checkedCondition`. */
export function uncheckedCondition({ below, restoredFrom, restoredUntil }: Range): string {
  const ours = restoredFrom && `(t.posted_in < ${restoredFrom} OR t.posted_at > ${text(restoredUntil!)})`;
  return `t.posted_in >= ${below}${ours ? ` AND ${ours}` : ''}`;
}

/** A range of column values that keeps a statement short: above the first, up to and including the second. */
export interface Part {
  above: string | null;
  upTo: string | null;
}

export function partCondition(column: string, type: 'uuid' | 'timestamptz', { above, upTo }: Part): string {
  const limits = [above && `${column} > ${text(above)}::${type}`, upTo && `${column} <= ${text(upTo)}::${type}`];
  return limits.filter(Boolean).join(' AND ') || 'true';
}

const sums = `p.account_id AS account, sum(p.amount_minor)::text AS sum, count(*)::integer AS rows,
    coalesce(sum(hash_record_extended(ROW (p.transaction_id, p.n, p.account_id, p.amount_minor), 0))
      FILTER (WHERE t.id IS NOT NULL), 0)::text AS digest`;

export const selectFreshSums = (of: string) => `
  SELECT ${sums} FROM ledger.transaction t JOIN ledger.posting p ON p.transaction_id = t.id
  WHERE ${of} GROUP BY p.account_id`;

/** Sums the checked postings of a part by account, including postings without a transaction. */
export const partSums = (part: Part, of: string) => `
  SELECT ${sums} FROM ledger.posting p LEFT JOIN ledger.transaction t ON t.id = p.transaction_id
  WHERE ${partCondition('p.transaction_id', 'uuid', part)} AND (${of} OR t.id IS NULL) GROUP BY p.account_id`;

export const transactionDigest = (of: string) => `
  SELECT count(*)::integer AS rows, coalesce(sum(hash_record_extended(
    ROW (t.id, t.kind, t.external_ref, t.subject_id, t.happened_at, t.posted_at, t.posted_in), 0)), 0)::text AS digest
  FROM ledger.transaction t WHERE ${of}`;

/** Adds digests in 64-bit arithmetic, like PostgreSQL. The order doesn't matter. */
export function digestOf(...digests: readonly string[]): string {
  return String(
    BigInt.asIntN(
      64,
      digests.reduce((sum, digest) => sum + BigInt(digest), 0n),
    ),
  );
}
