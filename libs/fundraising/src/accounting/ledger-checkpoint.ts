import pg from 'pg';

/** How far the ledger is checked, as the last check left it. */
export interface LedgerCheckpoint {
  /** Database transactions with a smaller number were over, and what they wrote is checked. */
  below: string;
  /** The PostgreSQL that counts these numbers. */
  cluster: string;
  /** What was restored from another PostgreSQL has numbers from here on, but was written until then. */
  restoredFrom: string | null;
  restoredUntil: string | null;
  /** The sum over every row of the checked part. */
  digest: string;
  checkedAt: Date;
}

/** Where a database stands at a moment: numbers below `below` are given and settled, from `next` on not given yet. */
export interface Horizon {
  below: string;
  next: string;
  cluster: string;
}

/** What rows sum to in one account, with the digest of these rows. */
export interface AccountSum {
  account: string;
  sum: string;
  rows: number;
  digest: string;
}

export type Range = Pick<LedgerCheckpoint, 'below' | 'restoredFrom' | 'restoredUntil'>;

const text = (value: string) => pg.escapeLiteral(value);

/**
 * Read in the snapshot of a transaction. Numbers are given when a transaction first writes and not when it commits, so one
 * that began earlier may commit later. But below the oldest that is under way (xmin) nothing can come any more: each of those
 * is committed and seen here, or gone for good.
 */
export const horizon = `
  SELECT pg_snapshot_xmin(s)::text AS below, pg_snapshot_xmax(s)::text AS next, c.system_identifier::text AS cluster
  FROM pg_current_snapshot() s, pg_control_system() c`;

/** Transactions `t` of the checked part: none is added to it. */
export function checkedOf({ below, restoredFrom, restoredUntil }: Range): string {
  const restored = restoredFrom && `t.posted_in >= ${restoredFrom} AND t.posted_at <= ${text(restoredUntil!)}`;
  return `(t.posted_in < ${below}${restored ? ` OR (${restored})` : ''})`;
}

/** Transactions `t` that came since: all others. */
export function freshOf({ below, restoredFrom, restoredUntil }: Range): string {
  const ours = restoredFrom && `(t.posted_in < ${restoredFrom} OR t.posted_at > ${text(restoredUntil!)})`;
  return `t.posted_in >= ${below}${ours ? ` AND ${ours}` : ''}`;
}

/** A part of a column's values, for a statement that shall not take long: above the first, up to the second. */
export interface Part {
  above: string | null;
  upTo: string | null;
}

export function within(column: string, type: 'uuid' | 'timestamptz', { above, upTo }: Part): string {
  const limits = [above && `${column} > ${text(above)}::${type}`, upTo && `${column} <= ${text(upTo)}::${type}`];
  return limits.filter(Boolean).join(' AND ') || 'true';
}

const sums = `p.account_id AS account, sum(p.amount_minor)::text AS sum, count(*)::integer AS rows,
    coalesce(sum(hash_record_extended(ROW (p.transaction_id, p.n, p.account_id, p.amount_minor), 0))
      FILTER (WHERE t.id IS NOT NULL), 0)::text AS digest`;

/** What new postings, of transactions `of`, sum to in each account. */
export const freshSums = (of: string) => `
  SELECT ${sums} FROM ledger.transaction t JOIN ledger.posting p ON p.transaction_id = t.id
  WHERE ${of} GROUP BY p.account_id`;

/** What the checked postings of a part sum to; one without its transaction counts as well. */
export const partSums = (part: Part, of: string) => `
  SELECT ${sums} FROM ledger.posting p LEFT JOIN ledger.transaction t ON t.id = p.transaction_id
  WHERE ${within('p.transaction_id', 'uuid', part)} AND (${of} OR t.id IS NULL) GROUP BY p.account_id`;

/** How many transactions, and their digest. */
export const transactionDigest = (of: string) => `
  SELECT count(*)::integer AS rows, coalesce(sum(hash_record_extended(
    ROW (t.id, t.kind, t.external_ref, t.subject_id, t.happened_at, t.posted_at, t.posted_in), 0)), 0)::text AS digest
  FROM ledger.transaction t WHERE ${of}`;

/** Adds hashes up as PostgreSQL keeps them: in 64 bits, in any order. */
export function digestOf(...digests: readonly string[]): string {
  return String(
    BigInt.asIntN(
      64,
      digests.reduce((sum, digest) => sum + BigInt(digest), 0n),
    ),
  );
}
