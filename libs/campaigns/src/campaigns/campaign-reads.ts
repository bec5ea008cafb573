import { Injectable } from '@nestjs/common';
import { Features, chapterBySlug } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  isUuid,
  keysetList,
  matches,
  PublicReads,
  SharedReads,
  Values,
  type PublicSource,
  type PageArgs,
} from '@upstander/platform';
import {
  cardColumns,
  cardSource,
  publicCampaignSql,
  partSources,
  partsOf,
  type CampaignPart,
} from './campaign-columns.js';
import type { CampaignFilter } from './campaign-filter.input.js';
import { campaignFrom, type CampaignRecord } from './campaign-from.js';
import type { Campaign, CampaignConnection } from './campaign.entity.js';

export interface Paging extends PageArgs {
  asked: ReadonlySet<string>;
}

/** Public reads of campaigns: one statement per query, independent of the number of gifts. */
@Injectable()
export class CampaignReads {
  /** Shared between concurrent requests, because they are public. */
  private readonly lists = new SharedReads<CampaignConnection>();
  private readonly pages = new SharedReads<Campaign | null>();
  private readonly funds = new SharedReads<Campaign[]>();

  constructor(
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly features: Features,
  ) {}

  bySlug(slug: string, asked: ReadonlySet<string>): Promise<Campaign | null> {
    const shape = shapeOf(asked);
    const from = this.visitors.source();
    return this.pages.get([from.where, shape.parts, slug], () => this.readBySlug(from, slug, shape));
  }

  private async readBySlug(from: PublicSource, slug: string, { columns, source }: Shape): Promise<Campaign | null> {
    const now = this.clock.now();
    const sql = `SELECT ${columns} FROM ${source} WHERE c.slug = $3 AND ${publicCampaignSql}`;
    const [record] = await from.prepared<CampaignRecord>(sql, [now, this.hasPartners, slug]);
    return record ? campaignFrom(record, this.config, now) : null;
  }

  /** Returns a page of public campaigns, newest first. @throws Refusal BAD_INPUT for an invalid page size or cursor */
  list(filter: CampaignFilter | null | undefined, { asked, ...page }: Paging): Promise<CampaignConnection> {
    const shape = shapeOf(asked);
    const from = this.visitors.source();
    return this.lists.get([from.where, shape.parts, filter, page], () => this.readList(from, filter, page, shape));
  }

  /** Returns the general funds that accept gifts now, the organization's first. */
  async generalFunds(asked: ReadonlySet<string>): Promise<Campaign[]> {
    if (!this.features.isOn('fundraising')) return [];
    const shape = shapeOf(asked);
    const from = this.visitors.source();
    return this.funds.get([from.where, shape.parts], () => this.readGeneralFunds(from, shape));
  }

  private async readGeneralFunds(from: PublicSource, { columns, source }: Shape): Promise<Campaign[]> {
    const now = this.clock.now();
    const records = await from.prepared<CampaignRecord>(
      `SELECT ${columns} FROM ${source} WHERE c.is_general AND fundraising.accepts_gifts(c, $1, $2)
       ORDER BY c.chapter_id IS NOT NULL, "chapterName", c.id`,
      [now, this.hasPartners],
    );
    return records.map((record) => campaignFrom(record, this.config, now));
  }

  private async readList(
    from: PublicSource,
    filter: CampaignFilter | null | undefined,
    page: Omit<Paging, 'asked'>,
    { columns, source }: Shape,
  ): Promise<CampaignConnection> {
    const now = this.clock.now();
    const values = new Values([now, this.hasPartners]);
    return keysetList<CampaignRecord, Campaign>(
      // A text search needs a plan for its own words, so it is not prepared. All other lists are.
      filter?.text ? from : { query: (sql, params) => from.prepared(sql, params) },
      {
        columns: 'c.id',
        from: 'fundraising.campaign c',
        details: { columns, from: `${source} WHERE c.id = page.id` },
        conditions: [this.listedSql, 'NOT c.is_general', ...conditionsOf(filter ?? {}, values)],
        values,
        by: { 'c.published_at': 'timestamptz', 'c.id': 'uuid' },
        direction: 'DESC',
        page,
      },
      (record) => campaignFrom(record, this.config, now),
    );
  }

  /** Pages about other things list campaigns too, so without fundraising the list is empty instead of refused. */
  private get listedSql(): string {
    return this.features.isOn('fundraising') ? publicCampaignSql : 'false';
  }

  private get hasPartners(): boolean {
    return this.config.FUNDRAISING_MODE === 'named-beneficiaries';
  }
}

interface Shape {
  parts: readonly CampaignPart[];
  columns: string;
  source: string;
}

const shapes = new WeakMap<ReadonlySet<string>, Shape>();

/** Returns the SQL for the requested fields. The set of fields is kept per query, so it serves as the cache key. */
function shapeOf(asked: ReadonlySet<string>): Shape {
  let shape = shapes.get(asked);
  if (!shape) {
    const parts = partsOf(asked);
    const more = parts.map((part) => partSources('$1')[part]);
    const columns = [cardColumns('$1', '$2'), ...more.map((part) => part.columns)].join(', ');
    shape = { parts, columns, source: [cardSource, ...more.map((part) => part.join)].join('\n') };
    shapes.set(asked, shape);
  }
  return shape;
}

function conditionsOf(filter: CampaignFilter, values: Values): string[] {
  const conditions: string[] = [];
  if (typeof filter.ended === 'boolean') conditions.push(`${filter.ended ? '' : 'NOT '}(c.status = 'ended')`);
  if (filter.chapter) {
    conditions.push(`c.chapter_id = ${chapterBySlug(values.add(filter.chapter))}`);
  }
  if (filter.eventId) {
    if (!isUuid(filter.eventId)) throw badInput({ eventId: 'not-an-id' });
    conditions.push(`c.event_ids @> ARRAY[${values.add(filter.eventId)}::uuid]`);
  }
  if (filter.id) {
    if (!isUuid(filter.id)) throw badInput({ id: 'not-an-id' });
    conditions.push(`c.id = ${values.add(filter.id)}`);
  }
  if (filter.text) conditions.push(...matches('c.search_text', filter.text, values));
  return conditions;
}
