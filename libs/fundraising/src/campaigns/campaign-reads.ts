import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, keysetList, matches, Values } from '@upstander/platform';
import { createHash } from 'node:crypto';
import { cardColumns, cardSource, isPublic, partSources, partsOf } from './campaign-columns.js';
import type { CampaignFilter } from './campaign-filter.input.js';
import { campaignFrom, type CampaignRecord } from './campaign-from.js';
import type { Campaign, CampaignConnection } from './campaign.entity.js';

export interface Paging {
  first?: number | null;
  after?: string | null;
  /** The names of the fields somebody will look at. */
  asked: ReadonlySet<string>;
}

/** What everybody may read of campaigns: one statement for each question, without work for each gift. */
@Injectable()
export class CampaignReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** A public campaign by its address, with the parts somebody will look at. */
  async bySlug(slug: string, asked: ReadonlySet<string>): Promise<Campaign | null> {
    const now = this.clock.now();
    const sql = `SELECT ${columns(asked)} FROM ${source(asked)} WHERE c.slug = $3 AND ${isPublic}`;
    const [record] = await this.db.named<CampaignRecord>(nameOf(sql), sql, [now, this.partners, slug]);
    return record ? campaignFrom(record, this.config, now) : null;
  }

  /**
   * A page of public campaigns, the latest first.
   * @throws Refusal BAD_INPUT for a page size or a cursor that is none.
   */
  async list(filter: CampaignFilter | null | undefined, page: Paging): Promise<CampaignConnection> {
    const now = this.clock.now();
    const values = new Values([now, this.partners]);
    const { asked } = page;
    return keysetList<CampaignRecord, Campaign>(
      this.db,
      {
        columns: 'c.id',
        from: 'fundraising.campaign c',
        details: { columns: columns(asked), from: `${source(asked)} WHERE c.id = page.id` },
        conditions: [isPublic, ...conditionsOf(filter ?? {}, values)],
        values,
        by: [
          { sql: 'c.published_at', type: 'timestamptz' },
          { sql: 'c.id', type: 'uuid' },
        ],
        direction: 'DESC',
        page,
      },
      (record) => campaignFrom(record, this.config, now),
    );
  }

  private get partners(): boolean {
    return this.config.FUNDRAISING_MODE === 'named-beneficiaries';
  }
}

function columns(asked: ReadonlySet<string>): string {
  const parts = partSources('$1');
  return [cardColumns('$1', '$2'), ...partsOf(asked).map((part) => parts[part].columns)].join(', ');
}

function source(asked: ReadonlySet<string>): string {
  const parts = partSources('$1');
  return [cardSource, ...partsOf(asked).map((part) => parts[part].join)].join('\n');
}

function conditionsOf(filter: CampaignFilter, values: Values): string[] {
  const conditions: string[] = [];
  if (typeof filter.ended === 'boolean') conditions.push(`${filter.ended ? '' : 'NOT '}(c.status = 'ended')`);
  if (filter.chapter) {
    conditions.push(`c.chapter_id = (SELECT id FROM identity.chapter WHERE slug = ${values.add(filter.chapter)})`);
  }
  if (filter.text) conditions.push(...matches('c.search_text', filter.text, values));
  return conditions;
}

const names = new Map<string, string>();

/** The name of the prepared statement for a shape of question: the same text has the same name. */
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (!name) names.set(sql, (name = `campaign-${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`));
  return name;
}
