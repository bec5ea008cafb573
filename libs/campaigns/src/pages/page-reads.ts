import { Injectable } from '@nestjs/common';
import {
  Clock,
  selectList,
  Config,
  Database,
  notFound,
  PublicReads,
  SignedIds,
  type PublicSource,
} from '@upstander/platform';
import { pagePhoto, publicCampaignSql, pageTotals } from '../campaigns/campaign-columns.js';
import { pageFrom, type PageRecord } from '../campaigns/campaign-from.js';
import { pendingEdit } from '../campaigns/edit.js';
import { CampaignPage } from '../campaigns/page.entity.js';
import type { MyPage } from './my-page.js';
import type { PageStatus } from '../campaigns/page-status.js';

type PageRow = PageRecord &
  Pick<CampaignPage, 'campaignSlug' | 'campaignTitle' | 'acceptsGifts'> & { currency: string };

const select = `SELECT ${selectList(CampaignPage, 'p', 'owner')}, p.locale AS language,
    ${selectList(CampaignPage, 'p', ['goalMinor', 'edit', 'editAt', 'editNote'])}, ${pagePhoto},
    total.raised AS "raisedMinor", total.gifts AS "giftCount", team.slug AS "teamSlug",
    c.slug AS "campaignSlug", c.title AS "campaignTitle", c.currency,
    fundraising.accepts_gifts(c, $1, $2) AS "acceptsGifts"
  FROM fundraising.page p JOIN fundraising.campaign c ON c.id = p.campaign_id
    LEFT JOIN fundraising.page team ON team.id = p.team_id AND team.status = 'live' ${pageTotals}`;

@Injectable()
export class PageReads {
  constructor(
    private readonly db: Database,
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  /** Returns a live page of a public campaign, or null. */
  async bySlug(campaignSlug: string, slug: string): Promise<CampaignPage | null> {
    const sql = `WHERE c.slug = $3 AND p.slug = $4 AND p.status = 'live' AND ${publicCampaignSql}`;
    const [row] = await this.readFrom(this.visitors.source(), sql, campaignSlug, slug);
    return row ? publicPage(row) : null;
  }

  /**
   * The caller must have checked access.
   * @throws Refusal NOT_FOUND
   */
  async byId(id: string): Promise<CampaignPage> {
    const [row] = await this.findWhere('WHERE p.id = $3', id);
    if (!row) throw notFound('This page');
    return publicPage(row);
  }

  /** Returns null if the link is invalid. */
  async byToken(token: string): Promise<MyPage | null> {
    const link = this.signedIds.verify('page', token);
    if (!link) return null;
    const [row] = await this.findWhere('WHERE p.id = $3 AND p.token_version = $4', link.id, link.version);
    return row ? this.myPage(row) : null;
  }

  /**
   * The caller must have verified the link.
   * @throws Refusal NOT_FOUND
   */
  async findMineById(id: string): Promise<MyPage> {
    const [row] = await this.findWhere('WHERE p.id = $3', id);
    if (!row) throw notFound('This page');
    return this.myPage(row);
  }

  private findWhere(which: string, ...params: unknown[]): Promise<PageRow[]> {
    return this.readFrom(this.db, which, ...params);
  }

  private readFrom(from: Pick<PublicSource, 'query'>, which: string, ...params: unknown[]): Promise<PageRow[]> {
    const partners = this.config.FUNDRAISING_MODE === 'named-beneficiaries';
    return from.query<PageRow>(`${select} ${which}`, [this.clock.now(), partners, ...params]);
  }

  private myPage(row: PageRow): MyPage {
    const { status } = row;
    const page = publicPage(row);
    return {
      ...page,
      currency: row.currency,
      edit: pendingEdit(row),
      canEditText: wordsAreEditable(status),
      publicUrl: status === 'live' ? `${this.config.PUBLIC_URL}${page.url}` : null,
    };
  }
}

/** True if title and story can be edited, which is not the case for hidden pages. */
export function wordsAreEditable(status: PageStatus): boolean {
  return status !== 'hidden';
}

function publicPage(row: PageRow): CampaignPage {
  const { campaignSlug, campaignTitle, currency, acceptsGifts } = row;
  return pageFrom(row, { slug: campaignSlug, title: campaignTitle, currency, acceptsGifts });
}
