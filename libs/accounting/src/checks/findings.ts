import type { Tx } from '@upstander/platform';

/** Maximum number of discrepancies stored per kind and check. More are only counted and are found again later. */
export const maxStoredFindings = 1000;

/** Kinds of discrepancies. Each has texts in the admin (`reconciliation.kinds`). */
export type DiscrepancyKind =
  | 'charge-without-gift'
  | 'charge-not-listed'
  | 'charge-differs'
  | 'second-charge'
  | 'unexplained-line'
  | 'booked-without-gift'
  | 'payout-differs'
  | 'bank-differs'
  | 'stripe-line-off'
  | 'transaction-unbalanced'
  | 'transaction-empty'
  | 'history-changed'
  | 'balance-off'
  | 'posting-orphan'
  | 'gift-charge-off'
  | 'gift-fee-off'
  | 'gift-refund-off'
  | 'gift-lost-off'
  | 'dispute-off'
  | 'progress-intended-off'
  | 'progress-refunded-off'
  | 'progress-lost-off'
  | 'progress-count-off'
  | 'pool-matches-off'
  | 'pool-owed-off'
  | 'disbursed-off';

export interface Finding {
  kind: DiscrepancyKind;
  about: string;
  gift_id: string | null;
  expected: string | null;
  found: string | null;
  currency: string | null;
}

export class Findings {
  readonly counts: Record<string, number> = {};
  private readonly kept = new Map<string, Finding>();

  constructor(private readonly now: Date) {}

  async collect(tx: Tx, sql: string): Promise<void> {
    const rows = await tx.query<Finding & { of_kind: number; nth: string }>(
      `SELECT * FROM (
         SELECT found.*, (count(*) OVER (PARTITION BY kind))::integer AS of_kind,
           row_number() OVER (PARTITION BY kind ORDER BY about) AS nth
         FROM (${sql.replaceAll('$now', `'${this.now.toISOString()}'`)}) AS found (kind, about, gift_id, expected, found,
           currency)
       ) numbered WHERE nth <= ${maxStoredFindings}`,
    );
    const totals: Record<string, number> = {};
    for (const { of_kind: count, nth: _, ...finding } of rows) {
      totals[finding.kind] = count;
      this.add(finding);
    }
    // Rows beyond the limit were not returned, so they can't be deduplicated.
    for (const [kind, count] of Object.entries(totals)) {
      if (count > maxStoredFindings) this.counts[kind] = (this.counts[kind] ?? 0) + count - maxStoredFindings;
    }
  }

  add(finding: Finding): void {
    const { kind, about } = finding;
    if (this.kept.has(`${kind} ${about}`)) return;
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    if (this.counts[kind] <= maxStoredFindings) this.kept.set(`${kind} ${about}`, finding);
  }

  get rows(): Finding[] {
    return [...this.kept.values()];
  }

  /** True if every finding is stored, so none has to be found again. */
  get isComplete(): boolean {
    return Object.values(this.counts).every((count) => count <= maxStoredFindings);
  }
}

/** Upserts findings. A settled discrepancy is reported again only if the amounts changed. */
export const upsertFindingsSql = `
  INSERT INTO fundraising.discrepancy AS d (kind, about, gift_id, expected_minor, found_minor, currency, found_at)
  SELECT f.kind, f.about, f.gift_id, f.expected, f.found, f.currency, $2
  FROM jsonb_to_recordset($1::jsonb) AS f (kind text, about text, gift_id uuid, expected bigint, found bigint, currency text)
  WHERE NOT EXISTS (
    SELECT FROM fundraising.discrepancy s
    WHERE s.kind = f.kind AND s.about = f.about AND s.settled_at IS NOT NULL
      AND s.expected_minor IS NOT DISTINCT FROM f.expected AND s.found_minor IS NOT DISTINCT FROM f.found
  )
  ORDER BY f.kind, f.about
  ON CONFLICT (kind, about) WHERE settled_at IS NULL
    DO UPDATE SET expected_minor = excluded.expected_minor, found_minor = excluded.found_minor`;
