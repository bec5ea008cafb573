export const namedByGift = (table: string) => ({
  sql: `
  SELECT t.id, g.name, c.title AS context, g.id AS "pageId" FROM fundraising.${table} t
  JOIN fundraising.gift g ON g.id = t.gift_id JOIN fundraising.campaign c ON c.id = g.campaign_id
  WHERE t.id = ANY ($1::uuid[])`,
  path: ({ pageId }: { pageId?: string | null }) => `/gifts/${pageId}`,
});

/** Selects records with the title of their campaign, for the log of staff actions. `name` is SQL over the row as `t`. */
export const namesInCampaign = (table: string, name: string) => `
  SELECT t.id, ${name} AS name, c.title AS context, c.id AS "pageId" FROM fundraising.${table} t
  JOIN fundraising.campaign c ON c.id = t.campaign_id WHERE t.id = ANY ($1::uuid[])`;
