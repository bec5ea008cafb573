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
  matches,
  notThere,
  pageSize,
  timeCursor,
  Values,
} from '@upstander/platform';
import { BeneficiaryReads } from '../beneficiaries/beneficiary-reads.js';
import type { ManagedBeneficiary } from '../beneficiaries/managed-beneficiary.js';
import type { CampaignSort, ManageCampaignFilter } from './campaign-filter.input.js';
import { coverFrom, waterfallFrom } from './campaign-from.js';
import type { Paging } from './campaign-reads.js';
import { pendingEdit } from './edits/edit.js';
import type { CampaignStatus } from './campaign-status.js';
import { managedColumns, managedSource, type ManagedRecord } from './managed-columns.js';
import type { ManagedCampaign, ManagedCampaignConnection } from './managed-campaign.js';

interface Wish {
  filter?: ManageCampaignFilter | null;
  status?: readonly CampaignStatus[] | null;
  sort?: CampaignSort | null;
}

/** What those who look after campaigns read of them. */
@Injectable()
export class ManagedCampaigns {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
    private readonly beneficiaries: BeneficiaryReads,
  ) {}

  /** A page of the campaigns of the actor's chapters. @throws Refusal BAD_INPUT. */
  async list(actor: Actor, wish: Wish, page: Paging): Promise<ManagedCampaignConnection> {
    const values = new Values([this.clock.now(), this.partners]);
    const conditions = this.conditionsOf(actor, wish, values);
    const matching = conditions.join(' AND ') || 'true';
    const size = pageSize(page.first);
    const cursor = timeCursor(page.after);
    const [behind, direction] = wish.sort === 'asc' ? ['>', 'ASC'] : ['<', 'DESC'];
    if (cursor) {
      const keys = `(${values.add(cursor.at)}::timestamptz, ${values.add(cursor.id)}::uuid)`;
      conditions.push(`(c.created_at, c.id) ${behind} ${keys}`);
    }
    const order = `c.created_at ${direction}, c.id ${direction}`;
    const sql = `WITH page AS MATERIALIZED (
        SELECT c.id FROM fundraising.campaign c WHERE ${conditions.join(' AND ') || 'true'}
        ORDER BY ${order} LIMIT ${values.add(size + 1)}
      )
      SELECT number.total, ${managedColumns(page.asked)}
      FROM (SELECT count(*)::integer AS total
        FROM (SELECT FROM fundraising.campaign c WHERE ${matching} LIMIT ${countCap + 1}) m) number
      LEFT JOIN (page JOIN ${managedSource(page.asked, 'c.id = page.id')}) ON true
      ORDER BY ${order}`;
    const rows = await this.db.query<ManagedRecord & { total: number }>(sql, values.list);
    const campaigns = rows[0]?.id ? await this.campaignsFrom(rows) : [];
    return connectionFrom(campaigns, {
      size,
      after: cursor !== null,
      total: rows[0]?.total ?? 0,
      cursor: ({ createdAt, id }) => encodeCursor([createdAt, id]),
    });
  }

  /** @throws Refusal NOT_FOUND unless it is of one of the actor's chapters. */
  async mine(actor: Actor, id: string): Promise<ManagedCampaign> {
    await this.access.require(actor, 'campaign:read', [id], 'This fundraiser');
    return this.byId(id);
  }

  /** For callers who already know that it may be seen. @throws Refusal NOT_FOUND when it is gone. */
  async byId(id: string): Promise<ManagedCampaign> {
    const sql = `SELECT ${managedColumns('everything')} FROM ${managedSource('everything')} WHERE c.id = $3`;
    const rows = await this.db.query<ManagedRecord>(sql, [this.clock.now(), this.partners, id]);
    const [campaign] = await this.campaignsFrom(rows);
    if (!campaign) throw notThere('This fundraiser');
    return campaign;
  }

  private async campaignsFrom(rows: readonly ManagedRecord[]): Promise<ManagedCampaign[]> {
    const found = await this.beneficiaries.byIds([...new Set(rows.map(({ beneficiaryId }) => beneficiaryId))]);
    return rows.map((row) => managedFrom(row, found.get(row.beneficiaryId), this.clock.now()));
  }

  private conditionsOf(actor: Actor, { filter, status }: Wish, values: Values): string[] {
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

  private get partners(): boolean {
    return this.config.FUNDRAISING_MODE === 'named-beneficiaries';
  }
}

function managedFrom(row: ManagedRecord, beneficiary: ManagedBeneficiary | undefined, now: Date): ManagedCampaign {
  const { goalMinor, raisedMinor, disbursableMinor, coverId, coverAlt, coverWidth, coverHeight } = row;
  const { beneficiaryId, waterfall, history, pages, updates, edit, editAt, editNote, ...campaign } = row;
  if (!beneficiary) throw new Error(`The beneficiary ${beneficiaryId} is not there.`);
  const { currency } = row;
  return {
    ...campaign,
    story: row.story ?? '',
    goal: money(goalMinor, currency),
    raised: money(raisedMinor, currency),
    cover: coverFrom({ coverId, coverAlt, coverWidth, coverHeight }),
    beneficiary,
    edit: editAt && pendingEdit({ edit, editAt, editNote }),
    waterfall: waterfallFrom(waterfall, currency, now),
    disbursable: money(disbursableMinor ?? 0, currency),
    history: (history ?? []).map((moment) => ({ ...moment, at: new Date(moment.at) })),
    pages: (pages ?? []).map(({ goalMinor: goal, raisedMinor: raised, createdAt, ...page }) => ({
      ...page,
      edit: page.editAt === null ? null : pendingEdit(page),
      goal: goal === null ? null : money(goal, currency),
      raised: money(raised, currency),
      createdAt: new Date(createdAt),
    })),
    updates: (updates ?? []).map((update) => ({
      ...update,
      writtenAt: new Date(update.writtenAt),
      publishedAt: update.publishedAt ? new Date(update.publishedAt) : null,
      mailedAt: update.mailedAt ? new Date(update.mailedAt) : null,
    })),
  };
}
