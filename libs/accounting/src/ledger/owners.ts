/** Joins the owner of account `a`. The ledger itself only has IDs. */
export const ownerJoins = `
  LEFT JOIN fundraising.campaign c ON c.id = a.owner_id
  LEFT JOIN fundraising.matching_pool m ON m.id = a.owner_id
  LEFT JOIN fundraising.campaign mc ON mc.id = m.campaign_id`;

export const ownerColumns = {
  name: `coalesce(c.title, m.sponsor_name || ': ' || mc.title)`,
  campaign: 'coalesce(c.id, mc.id)',
  chapter: 'coalesce(c.chapter_id, mc.chapter_id)',
} as const;
