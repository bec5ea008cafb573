import { slugBase, slugSuffix, type Tx } from '@upstander/platform';
import type { Campaign } from './campaign.entity.js';

/** A free address of a campaign, held for this transaction: the base itself, or with four letters behind it. */
export async function claimCampaignSlug(tx: Tx, base: string): Promise<string> {
  return claim(tx, `campaign/${base}`, base, async (slug) => {
    const [taken] = await tx.query('SELECT FROM fundraising.campaign WHERE slug = $1', [slug]);
    return taken !== undefined;
  });
}

/** The address of a campaign after a change of its title: what was public has been linked to, so it stays. */
export async function campaignSlugFor(
  tx: Tx,
  before: Pick<Campaign, 'slug' | 'publishedAt'>,
  title: string,
): Promise<string> {
  const base = slugBase(title, 'fundraiser');
  const stays =
    before.publishedAt !== null || before.slug === base || /^-[a-z0-9]{4}$/.test(before.slug.replace(base, ''));
  return stays ? before.slug : claimCampaignSlug(tx, base);
}

/** The same for a page under a campaign. */
export async function claimPageSlug(tx: Tx, campaignId: string, base: string): Promise<string> {
  return claim(tx, `page/${campaignId}/${base}`, base, async (slug) => {
    // The site has pages of its own under a campaign: their names are nobody's.
    if (['gifts', 'give', 'pages', 'start-a-page'].includes(slug)) return true;
    const sql = 'SELECT FROM fundraising.page WHERE campaign_id = $1 AND slug = $2';
    const [taken] = await tx.query(sql, [campaignId, slug]);
    return taken !== undefined;
  });
}

async function claim(tx: Tx, lock: string, base: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  // Two with one name wait here for each other, instead of failing on the unique index.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [lock]);
  for (let slug = base; ; slug = `${base}-${slugSuffix(4)}`) {
    if (!(await isTaken(slug))) return slug;
  }
}
