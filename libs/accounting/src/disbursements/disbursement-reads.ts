import { Injectable } from '@nestjs/common';
import { Access, accountName, type Actor } from '@upstander/identity';
import { money, summedList, type SummedPage } from '@upstander/ledger';
import { Clock, selectList, Config, Database, isUuid, notFound, Values } from '@upstander/platform';
import { fileUrl } from '../files/file-url.js';
import type { DisbursementStatus } from './disbursement-status.js';
import {
  Disbursement,
  type DisbursementConnection,
  type ManagedDisbursement,
  type OverdueDisbursement,
} from './disbursement.entity.js';
import { overdueSql } from './overdue.js';
import { joinCampaign } from '../campaign-joins.js';

type DisbursementRow = Omit<ManagedDisbursement, 'amount' | 'evidenceUrl'>;

const columns = `${selectList(Disbursement, 'd', 'staff')},
  ${selectList(Disbursement, 'd', ['amountMinor', 'currency', 'evidenceFileId'])}, c.title AS "campaignTitle",
  b.name AS "beneficiaryName", d.recorded_by AS "recordedById", ${accountName('d.recorded_by')} AS "recordedBy", ${accountName('d.decided_by')} AS "decidedBy",
  ${accountName('d.evidence_added_by')} AS "evidenceAddedBy"`;
const disbursementTables = `fundraising.disbursement d ${joinCampaign('d')}`;
const joins = `JOIN fundraising.beneficiary b ON b.id = d.beneficiary_id`;

interface DisbursementCriteria {
  campaignId?: string | null;
  status?: readonly DisbursementStatus[] | null;
}

@Injectable()
export class DisbursementReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
  ) {}

  /** Returns disbursements, newest first. @throws Refusal BAD_INPUT for an invalid page size or cursor */
  async list(
    actor: Actor,
    { campaignId, status }: DisbursementCriteria,
    page: SummedPage,
  ): Promise<DisbursementConnection> {
    const values = new Values();
    const conditions: string[] = [];
    const chapters = this.access.chaptersOf(actor, 'disbursement:read');
    if (chapters !== 'all') conditions.push(`c.chapter_id = ANY (${values.add(chapters)}::uuid[])`);
    if (status) conditions.push(`d.status = ANY (${values.add(status)}::text[])`);
    if (campaignId) conditions.push(isUuid(campaignId) ? `d.campaign_id = ${values.add(campaignId)}` : 'false');
    const by = [
      { sql: 'd.recorded_at', type: 'timestamptz' },
      { sql: 'd.id', type: 'uuid' },
    ] as const;
    const question = {
      columns,
      from: disbursementTables,
      joins,
      amount: 'd.amount_minor',
      currency: 'd.currency',
      conditions,
      values,
      by,
      direction: 'DESC',
      page,
    } as const;
    return summedList(this.db, question, disbursementFrom);
  }

  /**
   * The caller must have checked access.
   * @throws Refusal NOT_FOUND
   */
  async byId(id: string): Promise<ManagedDisbursement> {
    const [row] = await this.db.query<DisbursementRow>(
      `SELECT ${columns} FROM ${disbursementTables} ${joins} WHERE d.id = $1`,
      [id],
    );
    if (!row) throw notFound('This payment');
    return disbursementFrom(row);
  }

  /** Returns campaigns of the actor's chapters with overdue disbursements, longest overdue first; at most 100. */
  async findOverdue(actor: Actor): Promise<OverdueDisbursement[]> {
    const chapters = this.access.chaptersOf(actor, 'disbursement:read');
    const rows = await this.db.query<
      Omit<OverdueDisbursement, 'disbursable'> & { disbursableMinor: string; currency: string }
    >(
      `SELECT o.campaign_id AS "campaignId", c.title AS "campaignTitle", b.name AS "beneficiaryName",
         o.disbursable::text AS "disbursableMinor", c.currency, o.due_since AS "dueSince"
       FROM (${overdueSql('$1', '$2', '$3')}) o
         ${joinCampaign('o')}
         JOIN fundraising.beneficiary b ON b.id = c.beneficiary_id
       WHERE $4 OR c.chapter_id = ANY ($5::uuid[]) ORDER BY o.due_since, o.campaign_id LIMIT 100`,
      [
        this.clock.now(),
        this.config.DISBURSE_WITHIN_DAYS,
        this.config.HOLD_AT_MOST_DAYS,
        chapters === 'all',
        chapters === 'all' ? [] : chapters,
      ],
    );
    return rows.map(({ disbursableMinor, currency, ...overdue }) => ({
      ...overdue,
      disbursable: money(disbursableMinor, currency),
    }));
  }
}

function disbursementFrom(row: DisbursementRow): ManagedDisbursement {
  const evidenceUrl = row.evidenceFileId && fileUrl(row.evidenceFileId);
  return { ...row, amount: money(row.amountMinor, row.currency), evidenceUrl };
}
