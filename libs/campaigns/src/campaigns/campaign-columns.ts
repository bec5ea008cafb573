import { fileUrl, monthlySql, publicName } from '@upstander/accounting';
import { MatchingPool } from '@upstander/donations';
import { chapterName } from '@upstander/identity';
import { selectList } from '@upstander/platform';
import { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { CampaignPage } from './page.entity.js';
import { CampaignUpdate } from './update.entity.js';
import { Campaign } from './campaign.entity.js';
import { publicStatuses } from './campaign-status.js';

/** Parts of a campaign that cost extra to read, so they are read only if a query requests them. */
export type CampaignPart = 'story' | 'waterfall' | 'matching' | 'pages' | 'updates' | 'recentGifts';

const fieldsByPart: Readonly<Record<CampaignPart, readonly string[]>> = {
  story: ['story', 'storyHtml'],
  waterfall: ['waterfall'],
  matching: ['matching'],
  pages: ['pages'],
  updates: ['updates'],
  recentGifts: ['recentGifts'],
};

export function partsOf(asked: ReadonlySet<string>): CampaignPart[] {
  return (Object.keys(fieldsByPart) as CampaignPart[]).filter((part) =>
    fieldsByPart[part].some((field) => asked.has(field)),
  );
}

/** Returns SQL for paid gifts less refunds and lost disputes, from the progress row `t`. */
export const raisedSql = (t: string): string =>
  `coalesce(${t}.intended_minor - ${t}.refunded_minor - ${t}.lost_minor, 0)`;

/** SQL condition for public campaigns. Its text must match the partial index. */
export const publicCampaignSql = `c.status IN (${publicStatuses.map((status) => `'${status}'`).join(', ')})`;

/** Returns the columns that all campaign lists share: campaign `c`, progress `t` and cover file `f`. */
export const commonColumns = (at: string, partners: string): string => `
  ${selectList(Campaign, 'c', ['goalMinor', 'coverFileId', 'coverAlt'])}, f.width AS "coverWidth", f.height AS "coverHeight",
  ${raisedSql('t')}::text AS "raisedMinor", coalesce(t.gift_count, 0)::integer AS "giftCount", ${chapterName('c.chapter_id')} AS "chapterName",
  fundraising.accepts_gifts(c, ${at}, ${partners}) AS "acceptsGifts"`;

export const cardColumns = (at: string, partners: string): string => `
  ${selectList(Campaign, 'c', 'anyone')}, ${commonColumns(at, partners)},
  (SELECT row_to_json(shown) FROM (SELECT ${selectList(Beneficiary, 'b', 'anyone')}) shown) AS beneficiary`;

export const cardSource = `fundraising.campaign c
  JOIN fundraising.beneficiary b ON b.id = c.beneficiary_id
  LEFT JOIN fundraising.progress t ON t.owner_id = c.id
  LEFT JOIN fundraising.file f ON f.id = c.cover_file_id`;

/** Joins the ledger totals of campaign `c` as one JSON object. Amounts are text. */
export const waterfallOf = `LEFT JOIN LATERAL (
    SELECT json_build_object('charged', charged::text, 'fees', fees::text, 'refunds', refunds::text,
      'disputes', disputes::text, 'matched', matched::text, 'disbursed', disbursed::text,
      'net', (charged - fees - refunds - disputes + matched)::text,
      'held', (charged - fees - refunds - disputes + matched - disbursed)::text,
      'disbursements', paid.list) AS waterfall
    FROM (
      SELECT -coalesce(sum(l.balance_minor) FILTER (WHERE a.kind IN ('fund', 'fee-cover')), 0) AS charged,
        coalesce(sum(l.balance_minor) FILTER (WHERE a.kind IN ('processing-fees', 'dispute-fees')), 0) AS fees,
        coalesce(sum(l.balance_minor) FILTER (WHERE a.kind IN ('refunded', 'refunded-cover')), 0) AS refunds,
        coalesce(sum(l.balance_minor) FILTER (WHERE a.kind IN ('dispute-reserve', 'disputes-lost')), 0) AS disputes,
        -coalesce(sum(l.balance_minor) FILTER (WHERE a.kind IN ('matched-promised', 'matched-received')), 0) AS matched,
        coalesce(sum(l.balance_minor) FILTER (WHERE a.kind = 'disbursed'), 0) AS disbursed
      FROM ledger.account a JOIN ledger.balance l ON l.account_id = a.id
      WHERE a.owner_id = c.id AND a.currency = c.currency
    ) w CROSS JOIN LATERAL (
      SELECT json_agg(d) AS list FROM (
        SELECT d.id, d.amount_minor::text AS "amountMinor", d.paid_on AS "paidOn", r.name AS "beneficiaryName",
          d.evidence_file_id AS "evidenceFileId"
        FROM fundraising.disbursement d JOIN fundraising.beneficiary r ON r.id = d.beneficiary_id
        WHERE d.campaign_id = c.id AND d.status = 'approved' ORDER BY d.paid_on DESC, d.id LIMIT 100
      ) d
    ) paid
  ) waterfall_of ON true`;

/** The photo of page `p`, which is public only on a live page. */
export const pagePhoto = `(SELECT json_build_object('url', '${fileUrl('')}' || photo.id, 'width', photo.width,
  'height', photo.height, 'alt', p.photo_alt) FROM fundraising.file photo WHERE photo.id = p.photo_file_id) AS photo`;

/** Joins the amount raised by page `p`. A team page includes the pages of its members. */
export const pageTotals = `LEFT JOIN LATERAL (
    SELECT coalesce(sum(${raisedSql('t')}), 0)::text AS raised, coalesce(sum(t.gift_count), 0)::integer AS gifts
    FROM fundraising.progress t
    WHERE t.owner_id = ANY (ARRAY(SELECT p.id UNION ALL SELECT m.id FROM fundraising.page m WHERE m.team_id = p.id))
  ) total ON true`;

export const partSources = (at: string): Readonly<Record<CampaignPart, { columns: string; join: string }>> => ({
  story: { columns: 'c.story', join: '' },
  waterfall: { columns: 'waterfall_of.waterfall', join: waterfallOf },
  matching: {
    columns: 'matching_of.matching',
    join: `LEFT JOIN LATERAL (
      SELECT json_agg(p ORDER BY p.starts_at, p.id) AS matching FROM (
        SELECT ${selectList(MatchingPool, 'm', 'anyone')}, m.starts_at, m.currency, m.cap_minor::text AS "capMinor",
          m.matched_minor::text AS "matchedMinor", m.per_gift_cap_minor::text AS "perGiftCapMinor",
          CASE WHEN NOT m.sponsor_hidden THEN m.sponsor_name END AS "sponsorName"
        FROM fundraising.matching_pool m
        WHERE m.campaign_id = c.id AND m.starts_at <= ${at} AND m.ends_at > ${at} AND m.closed_at IS NULL
      ) p
    ) matching_of ON true`,
  },
  pages: {
    columns: 'pages_of.pages',
    join: `LEFT JOIN LATERAL (
      SELECT json_agg(p) AS pages FROM (
        SELECT ${selectList(CampaignPage, 'p', 'anyone')}, ${pagePhoto}, p.story, p.goal_minor::text AS "goalMinor", p.locale AS language,
          total.raised AS "raisedMinor", total.gifts AS "giftCount", team.slug AS "teamSlug"
        FROM fundraising.page p LEFT JOIN fundraising.page team ON team.id = p.team_id AND team.status = 'live'
          ${pageTotals}
        WHERE p.campaign_id = c.id AND p.status = 'live'
        ORDER BY total.raised::bigint DESC, p.created_at, p.id LIMIT 100
      ) p
    ) pages_of ON true`,
  },
  updates: {
    columns: 'updates_of.updates',
    join: `LEFT JOIN LATERAL (
      SELECT json_agg(u) AS updates FROM (
        SELECT ${selectList(CampaignUpdate, 'u', ['id', 'title', 'body', 'authorName', 'publishedAt'])}
        FROM fundraising.update u WHERE u.campaign_id = c.id AND u.status = 'published'
        ORDER BY u.published_at DESC, u.id LIMIT 20
      ) u
    ) updates_of ON true`,
  },
  recentGifts: {
    columns: 'gifts_of.gifts AS "recentGifts"',
    join: `LEFT JOIN LATERAL (
      SELECT json_agg(g) AS gifts FROM (
        SELECT g.id, ${publicName} AS name, g.message, g.paid_at AS "paidAt",
          ${monthlySql} AS monthly,
          (g.intended_minor - g.refunded_intended_minor - g.lost_intended_minor)::text AS "amountMinor"
        FROM fundraising.gift g
        WHERE g.campaign_id = c.id AND g.paid_at IS NOT NULL AND g.status IN ('paid', 'partly_refunded')
          AND g.intended_minor > g.refunded_intended_minor + g.lost_intended_minor
        ORDER BY g.paid_at DESC, g.id LIMIT 10
      ) g
    ) gifts_of ON true`,
  },
});
