import { Injectable } from '@nestjs/common';
import { selectList, Config, Clock, Database, keysetList, matches, Values, type PageArgs } from '@upstander/platform';
import { publicCampaignSql, pagePhoto, pageTotals } from '../campaigns/campaign-columns.js';
import { pageFrom, type PageRecord } from '../campaigns/campaign-from.js';
import { CampaignPage, type CampaignPageConnection } from '../campaigns/page.entity.js';
import type { CampaignPageFilter } from './page.input.js';

type PageRow = PageRecord &
  Pick<CampaignPage, 'campaignSlug' | 'campaignTitle' | 'acceptsGifts'> & { currency: string };

/** Searches and lists the live pages of a campaign. A large event has hundreds of teams. */
@Injectable()
export class PageList {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Lists pages by title. A campaign that is not public has none. */
  list(
    campaignSlug: string,
    { search, kind, teamSlug }: CampaignPageFilter,
    page: PageArgs,
  ): Promise<CampaignPageConnection> {
    const values = new Values();
    const now = values.add(this.clock.now());
    const partners = values.add(this.config.FUNDRAISING_MODE === 'named-beneficiaries');
    return keysetList<PageRow, CampaignPage>(
      this.db,
      {
        columns: `${selectList(CampaignPage, 'p', 'anyone')}, ${pagePhoto}, p.story, p.goal_minor::text AS "goalMinor", p.locale AS language,
          total.raised AS "raisedMinor", total.gifts AS "giftCount", team.slug AS "teamSlug", c.slug AS "campaignSlug",
          c.title AS "campaignTitle", c.currency, fundraising.accepts_gifts(c, ${now}, ${partners}) AS "acceptsGifts"`,
        from: `fundraising.page p JOIN fundraising.campaign c ON c.id = p.campaign_id
          LEFT JOIN fundraising.page team ON team.id = p.team_id AND team.status = 'live'`,
        joins: pageTotals,
        conditions: [
          `c.slug = ${values.add(campaignSlug)} AND ${publicCampaignSql} AND p.status = 'live'`,
          ...(kind ? [`p.kind = ${values.add(kind)}`] : []),
          ...(teamSlug ? [`team.slug = ${values.add(teamSlug)}`] : []),
          ...(search?.trim() ? matches(`platform.fold(p.title || ' ' || p.owner_name)`, search, values) : []),
        ],
        values,
        by: { 'platform.fold(p.title)': 'text', 'p.id': 'uuid' },
        page,
      },
      ({ campaignSlug: slug, campaignTitle: title, currency, acceptsGifts, ...row }) =>
        pageFrom(row as PageRow, { slug, title, currency, acceptsGifts }),
    );
  }
}
