import type { Tx } from '@upstander/platform';

/** So many discrepancies of one kind become rows in one check; the rest is counted, and found again when these are settled. */
export const shown = 1000;

/** What can disagree, wherever that is found. Each has its words in the admin (`reconciliation.kinds`). */
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

/** What a check found so far. The same thing found twice is one. */
export class Findings {
  readonly counts: Record<string, number> = {};
  private readonly kept = new Map<string, Finding>();

  constructor(private readonly now: Date) {}

  /** Runs a query of an invariant, and keeps what it answers. */
  async of(tx: Tx, sql: string): Promise<void> {
    const rows = await tx.query<Finding & { of_kind: number; nth: string }>(
      `SELECT * FROM (
         SELECT found.*, (count(*) OVER (PARTITION BY kind))::integer AS of_kind,
           row_number() OVER (PARTITION BY kind ORDER BY about) AS nth
         FROM (${sql.replaceAll('$now', `'${this.now.toISOString()}'`)}) AS found (kind, about, gift_id, expected, found,
           currency)
       ) numbered WHERE nth <= ${shown}`,
    );
    const most: Record<string, number> = {};
    for (const { of_kind: count, nth: _, ...finding } of rows) {
      most[finding.kind] = count;
      this.add(finding);
    }
    // Those beyond the first are not here to be compared with others.
    for (const [kind, count] of Object.entries(most)) {
      if (count > shown) this.counts[kind] = (this.counts[kind] ?? 0) + count - shown;
    }
  }

  add(finding: Finding): void {
    const { kind, about } = finding;
    if (this.kept.has(`${kind} ${about}`)) return;
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    if (this.counts[kind] <= shown) this.kept.set(`${kind} ${about}`, finding);
  }

  get rows(): Finding[] {
    return [...this.kept.values()];
  }

  /** Whether each was written down, so that none has to be found again. */
  get whole(): boolean {
    return Object.values(this.counts).every((count) => count <= shown);
  }
}

/**
 * What is found again is the same row with today's figures. What somebody settled stays settled, as long as it is off by
 * the same: only something new asks for attention.
 */
export const keepFindings = `
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
