import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import {
  Clock,
  Config,
  connectionFrom,
  countCap,
  Database,
  encodeCursor,
  isUuid,
  notThere,
  pageSize,
  timeCursor,
  Values,
} from '@upstander/platform';
import { fileUrl } from '../files/file-url.js';
import type { DisbursementStatus } from './disbursement-status.js';
import type { Disbursement, DisbursementConnection, OverdueDisbursement } from './disbursement.js';
import { overdueSql } from './overdue.js';

type Found = Omit<Disbursement, 'amount' | 'proofUrl'> & {
  amountMinor: string;
  currency: string;
  proofId: string | null;
};

const select = `SELECT d.id, d.status, d.amount_minor::text AS "amountMinor", d.currency, d.paid_on AS "paidOn", d.reference,
    d.proof_file_id AS "proofId", d.campaign_id AS "campaignId", c.title AS "campaignTitle",
    d.beneficiary_id AS "beneficiaryId", b.name AS "beneficiaryName", d.recorded_by AS "recordedById",
    r.name AS "recordedBy", d.recorded_at AS "recordedAt", k.name AS "decidedBy", d.decided_at AS "decidedAt",
    f.name AS "proofAddedBy", d.proof_added_at AS "proofAddedAt",
    d.refusal_note AS "refusalNote"
  FROM fundraising.disbursement d
    JOIN fundraising.campaign c ON c.id = d.campaign_id
    JOIN fundraising.beneficiary b ON b.id = d.beneficiary_id
    JOIN identity.account r ON r.id = d.recorded_by
    LEFT JOIN identity.account k ON k.id = d.decided_by
    LEFT JOIN identity.account f ON f.id = d.proof_added_by`;

interface Wish {
  campaignId?: string | null;
  status?: readonly DisbursementStatus[] | null;
}

/** What finance reads of payments to beneficiaries. */
@Injectable()
export class DisbursementReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
  ) {}

  /** The latest first. @throws Refusal BAD_INPUT for a page size or a cursor that is none. */
  async list(
    actor: Actor,
    { campaignId, status }: Wish,
    page: { first?: number | null; after?: string | null },
  ): Promise<DisbursementConnection> {
    const values = new Values();
    const conditions = ['true'];
    const chapters = this.access.chaptersOf(actor, 'disbursement:read');
    if (chapters !== 'all') conditions.push(`c.chapter_id = ANY (${values.add(chapters)}::uuid[])`);
    if (status) conditions.push(`d.status = ANY (${values.add(status)}::text[])`);
    if (campaignId) conditions.push(isUuid(campaignId) ? `d.campaign_id = ${values.add(campaignId)}` : 'false');
    const matching = conditions.join(' AND ');
    const size = pageSize(page.first);
    const cursor = timeCursor(page.after);
    if (cursor) {
      conditions.push(
        `(d.recorded_at, d.id) < (${values.add(cursor.at)}::timestamptz, ${values.add(cursor.id)}::uuid)`,
      );
    }
    const rows = await this.db.query<Found & { total: number }>(
      `SELECT number.total, page.* FROM (
         SELECT count(*)::integer AS total FROM (
           SELECT FROM fundraising.disbursement d JOIN fundraising.campaign c ON c.id = d.campaign_id
           WHERE ${matching} LIMIT ${countCap + 1}
         ) m
       ) number LEFT JOIN (
         ${select} WHERE ${conditions.join(' AND ')} ORDER BY d.recorded_at DESC, d.id DESC LIMIT ${values.add(size + 1)}
       ) page ON true ORDER BY page."recordedAt" DESC, page.id DESC`,
      values.list,
    );
    return connectionFrom(rows[0]?.id ? rows.map(disbursementFrom) : [], {
      size,
      after: cursor !== null,
      total: rows[0]?.total ?? 0,
      cursor: ({ recordedAt, id }) => encodeCursor([recordedAt, id]),
    });
  }

  /** For callers who already know that it may be seen. @throws Refusal NOT_FOUND when it is gone. */
  async byId(id: string): Promise<Disbursement> {
    const [row] = await this.db.query<Found>(`${select} WHERE d.id = $1`, [id]);
    if (!row) throw notThere('This payment');
    return disbursementFrom(row);
  }

  /** Campaigns of the actor's chapters whose money waits too long, the longest first; at most 100. */
  async overdue(actor: Actor): Promise<OverdueDisbursement[]> {
    const chapters = this.access.chaptersOf(actor, 'disbursement:read');
    const rows = await this.db.query<
      Omit<OverdueDisbursement, 'disbursable'> & { disbursableMinor: string; currency: string }
    >(
      `SELECT o.campaign_id AS "campaignId", c.title AS "campaignTitle", b.name AS "beneficiaryName",
         o.disbursable::text AS "disbursableMinor", c.currency, o.due_since AS "dueSince"
       FROM (${overdueSql('$1', '$2', '$3')}) o
         JOIN fundraising.campaign c ON c.id = o.campaign_id
         JOIN fundraising.beneficiary b ON b.id = c.beneficiary_id
       WHERE $4 OR c.chapter_id = ANY ($5::uuid[]) ORDER BY o.due_since, o.campaign_id LIMIT 100`,
      [
        ...[this.clock.now(), this.config.DISBURSE_WITHIN_DAYS, this.config.HOLD_AT_MOST_DAYS],
        ...[chapters === 'all', chapters === 'all' ? [] : chapters],
      ],
    );
    return rows.map(({ disbursableMinor, currency, ...overdue }) => ({
      ...overdue,
      disbursable: money(disbursableMinor, currency),
    }));
  }
}

function disbursementFrom({ amountMinor, currency, proofId, ...row }: Found): Disbursement {
  return { ...row, amount: money(amountMinor, currency), proofUrl: proofId && fileUrl(proofId) };
}
