import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money, summedList } from '@upstander/ledger';
import { Clock, Config, Database, isUuid, matches, notFound, Values } from '@upstander/platform';
import { BeneficiaryReads } from '../beneficiaries/beneficiary-reads.js';
import type { ManagedBeneficiary } from '../beneficiaries/managed-beneficiary.js';
import type { ManagedUpdate } from './update.entity.js';
import type { CampaignSort, ManageCampaignFilter } from './campaign-filter.input.js';
import { raisedSql } from './campaign-columns.js';
import { coverFrom, waterfallFrom } from './campaign-from.js';
import type { Paging } from './campaign-reads.js';
import { pendingEdit } from './edit.js';
import type { CampaignStatus } from './campaign-status.js';
import { managedColumns, managedSource, type ManagedRecord, type UpdateRecord } from './managed-columns.js';
import type { ManagedCampaign, ManagedCampaignConnection } from './managed-campaign.js';

interface CampaignCriteria {
  filter?: ManageCampaignFilter | null;
  status?: readonly CampaignStatus[] | null;
  sort?: CampaignSort | null;
}

@Injectable()
export class ManagedCampaigns {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
    private readonly beneficiaries: BeneficiaryReads,
  ) {}

  /** Returns a page of the campaigns in the actor's chapters. @throws Refusal BAD_INPUT */
  async list(actor: Actor, criteria: CampaignCriteria, page: Paging): Promise<ManagedCampaignConnection> {
    const values = new Values([this.clock.now(), this.hasPartners]);
    const conditions = this.conditionsOf(actor, criteria, values);
    const { asked } = page;
    const { edges, ...connection } = await summedList<ManagedRecord>(this.db, {
      columns: 'c.id',
      from: 'fundraising.campaign c LEFT JOIN fundraising.progress t ON t.owner_id = c.id',
      amount: raisedSql('t'),
      currency: 'c.currency',
      details: { columns: managedColumns(asked), from: `${managedSource(asked)} WHERE c.id = page.id` },
      conditions,
      values,
      by: { 'c.created_at': 'timestamptz', 'c.id': 'uuid' },
      direction: criteria.sort === 'asc' ? 'ASC' : 'DESC',
      page: { ...page, sums: asked.has('sums') },
    });
    const campaigns = await this.campaignsFrom(edges.map(({ node }) => node));
    return { ...connection, edges: edges.map(({ cursor }, i) => ({ cursor, node: campaigns[i]! })) };
  }

  async findManaged(actor: Actor, id: string): Promise<ManagedCampaign> {
    await this.access.require(actor, 'campaign:read', [id], 'This fundraiser');
    return this.byId(id);
  }

  /**
   * The caller must have checked access.
   * @throws Refusal NOT_FOUND
   */
  async byId(id: string): Promise<ManagedCampaign> {
    const sql = `SELECT ${managedColumns('everything')} FROM ${managedSource('everything')} WHERE c.id = $3`;
    const rows = await this.db.query<ManagedRecord>(sql, [this.clock.now(), this.hasPartners, id]);
    const [campaign] = await this.campaignsFrom(rows);
    if (!campaign) throw notFound('This fundraiser');
    return campaign;
  }

  private async campaignsFrom(rows: readonly ManagedRecord[]): Promise<ManagedCampaign[]> {
    const found = await this.beneficiaries.byIds([...new Set(rows.map(({ beneficiaryId }) => beneficiaryId))]);
    return rows.map((row) => managedFrom(row, found.get(row.beneficiaryId), this.clock.now()));
  }

  private conditionsOf(actor: Actor, { filter, status }: CampaignCriteria, values: Values): string[] {
    const conditions: string[] = [];
    const chapters = this.access.chaptersOf(actor, 'campaign:read');
    if (chapters !== 'all') conditions.push(`c.chapter_id = ANY (${values.add(chapters)}::uuid[])`);
    if (status) conditions.push(`c.status = ANY (${values.add(status)}::text[])`);
    if (filter?.text) conditions.push(...matches('c.search_text', filter.text, values));
    for (const [column, id] of [
      ['chapter_id', filter?.chapterId],
      ['beneficiary_id', filter?.beneficiaryId],
    ] as const) {
      if (id) conditions.push(isUuid(id) ? `c.${column} = ${values.add(id)}::uuid` : 'false');
    }
    return conditions;
  }

  private get hasPartners(): boolean {
    return this.config.FUNDRAISING_MODE === 'named-beneficiaries';
  }
}

function managedFrom(row: ManagedRecord, beneficiary: ManagedBeneficiary | undefined, now: Date): ManagedCampaign {
  const { waterfall, history, pages, updates, edit, editAt, editNote, currency } = row;
  if (!beneficiary) throw new Error(`The beneficiary ${row.beneficiaryId} was not found.`);
  return {
    ...row,
    goal: money(row.goalMinor, currency),
    raised: money(row.raisedMinor, currency),
    cover: coverFrom(row),
    beneficiary,
    edit: editAt && pendingEdit({ edit, editAt, editNote }),
    waterfall: waterfallFrom(waterfall, currency, now),
    disbursable: money(row.disbursableMinor ?? 0, currency),
    history: (history ?? []).map((change) => ({ ...change, at: new Date(change.at) })),
    pages: (pages ?? []).map((page) => ({
      ...page,
      edit: page.editAt === null ? null : pendingEdit(page),
      goal: page.goalMinor === null ? null : money(page.goalMinor, currency),
      raised: money(page.raisedMinor, currency),
      createdAt: new Date(page.createdAt),
      editAt: page.editAt === null ? null : new Date(page.editAt),
    })),
    updates: (updates ?? []).map(updateFrom),
  };
}

export function updateFrom(update: UpdateRecord): ManagedUpdate {
  const toDate = (text: string | null) => (text === null ? null : new Date(text));
  const { writtenAt, publishedAt, mailedAt } = update;
  return { ...update, writtenAt: new Date(writtenAt), publishedAt: toDate(publishedAt), mailedAt: toDate(mailedAt) };
}
