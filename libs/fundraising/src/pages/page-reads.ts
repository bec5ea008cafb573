import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, notThere, SignedIds } from '@upstander/platform';
import { isPublic, pageTotals } from '../campaigns/campaign-columns.js';
import { pageFrom, type PageRecord } from '../campaigns/campaign-from.js';
import type { LocaleName } from '@upstander/identity';
import { editColumns, pendingEdit, type StoredEdit } from '../campaigns/edits/edit.js';
import type { CampaignPage } from './campaign-page.js';
import type { MyPage } from './my-page.js';
import type { PageStatus } from './page-status.js';

type Found = PageRecord &
  StoredEdit & {
    giftMails: boolean;
    language: LocaleName;
    status: PageStatus;
    campaignSlug: string;
    campaignTitle: string;
    currency: string;
    acceptsGifts: boolean;
  };

const select = `SELECT p.id, p.slug, p.kind, p.status, p.title, p.story, p.goal_minor::text AS "goalMinor",
    total.raised AS "raisedMinor", total.gifts AS "giftCount", p.owner_name AS "ownerName", team.slug AS "teamSlug",
    p.locale AS language, p.gift_mails AS "giftMails", ${editColumns('p')}, c.slug AS "campaignSlug", c.title AS "campaignTitle", c.currency,
    fundraising.accepts_gifts(c, $1, $2) AS "acceptsGifts"
  FROM fundraising.page p JOIN fundraising.campaign c ON c.id = p.campaign_id
    LEFT JOIN fundraising.page team ON team.id = p.team_id AND team.status = 'live' ${pageTotals}`;

/** Pages of teams and people, for everybody and for whoever made them. */
@Injectable()
export class PageReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  /** A live page of a public campaign. */
  async bySlug(campaignSlug: string, slug: string): Promise<CampaignPage | null> {
    const sql = `WHERE c.slug = $3 AND p.slug = $4 AND p.status = 'live' AND ${isPublic}`;
    const [row] = await this.read(sql, campaignSlug, slug);
    return row ? publicPage(row) : null;
  }

  /** For callers who already know that it may be seen. @throws Refusal NOT_FOUND when it is gone. */
  async byId(id: string): Promise<CampaignPage> {
    const [row] = await this.read('WHERE p.id = $3', id);
    if (!row) throw notThere('This page');
    return publicPage(row);
  }

  /** The page a personal link names, or null. */
  async byToken(token: string): Promise<MyPage | null> {
    const link = this.signedIds.open('page', token);
    if (!link) return null;
    const [row] = await this.read('WHERE p.id = $3 AND p.token_version = $4', link.id, link.version);
    return row ? this.myPage(row) : null;
  }

  /** For callers who already opened its link. @throws Refusal NOT_FOUND when it is gone. */
  async mineById(id: string): Promise<MyPage> {
    const [row] = await this.read('WHERE p.id = $3', id);
    if (!row) throw notThere('This page');
    return this.myPage(row);
  }

  private read(which: string, ...params: unknown[]): Promise<Found[]> {
    const partners = this.config.FUNDRAISING_MODE === 'named-beneficiaries';
    return this.db.query<Found>(`${select} ${which}`, [this.clock.now(), partners, ...params]);
  }

  private myPage(row: Found): MyPage {
    const { id, kind, status, title, story, giftCount, ownerName, teamSlug, campaignSlug, campaignTitle, currency } =
      row;
    const { goal, raised, url } = publicPage(row);
    return {
      ...{ id, kind, status, title, story, giftCount, ownerName, teamSlug, campaignSlug, campaignTitle, currency },
      ...{ goal, raised, giftMails: row.giftMails, edit: pendingEdit(row) },
      wordsEditable: wordsAreEditable(status),
      publicUrl: status === 'live' ? `${this.config.PUBLIC_URL}${url}` : null,
    };
  }
}

/** Whether title and story can be changed: until somebody hides the page. */
export function wordsAreEditable(status: PageStatus): boolean {
  return status !== 'hidden';
}

function publicPage(row: Found): CampaignPage {
  const { campaignSlug, campaignTitle, currency, acceptsGifts, language } = row;
  const { id, slug, kind, title, story, goalMinor, raisedMinor, giftCount, ownerName, teamSlug } = row;
  const page = { id, slug, kind, title, story, goalMinor, raisedMinor, giftCount, ownerName, teamSlug, language };
  return pageFrom(page, { slug: campaignSlug, title: campaignTitle, currency, acceptsGifts });
}
