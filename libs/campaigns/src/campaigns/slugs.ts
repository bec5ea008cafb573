import { slugBase, slugSuffix, type Tx } from '@upstander/platform';
import type { Campaign } from './campaign.entity.js';

/** Reserves a free campaign slug for this transaction: the base, or the base with a four-character suffix. */
export async function claimCampaignSlug(tx: Tx, base: string): Promise<string> {
  return claimSlug(tx, `campaign/${base}`, base, async (slug) => {
    const [taken] = await tx.query('SELECT FROM fundraising.campaign WHERE slug = $1', [slug]);
    return taken !== undefined;
  });
}

/**
 * Returns the slug after a change of title. The slug of a published campaign never changes, because
 * others link to it.
 */
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

/** Reserves a free page slug within a campaign. */
export async function claimPageSlug(tx: Tx, campaignId: string, base: string): Promise<string> {
  return claimSlug(tx, `page/${campaignId}/${base}`, base, async (slug) => {
    // Routes that the site itself uses under a campaign.
    if (['gifts', 'give', 'pages', 'start-a-page'].includes(slug)) return true;
    const sql = 'SELECT FROM fundraising.page WHERE campaign_id = $1 AND slug = $2';
    const [taken] = await tx.query(sql, [campaignId, slug]);
    return taken !== undefined;
  });
}

async function claimSlug(
  tx: Tx,
  lock: string,
  base: string,
  isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
  // Serializes claims of the same base, so that they don't fail on the unique index.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [lock]);
  for (let slug = base; ; slug = `${base}-${slugSuffix(4)}`) {
    if (!(await isTaken(slug))) return slug;
  }
}
