/** Joins the campaign `c` of a record, which has its chapter, title and time zone. `record` is the alias of its table. */
export const joinCampaign = (record: string) => `JOIN fundraising.campaign c ON c.id = ${record}.campaign_id`;

/** Each gift `g` with its campaign `c`. */
export const giftTables = `fundraising.gift g ${joinCampaign('g')}`;

/** Joins the gift `g` of a record, and the campaign `c` of the gift. */
export const joinGift = (record: string) => `JOIN fundraising.gift g ON g.id = ${record}.gift_id ${joinCampaign('g')}`;

/** Selects the chapter of records with a campaign, for `Access.define`. */
export const chapterByCampaign = (table: string) =>
  `SELECT t.id, c.chapter_id FROM fundraising.${table} t ${joinCampaign('t')} WHERE t.id = ANY ($1::uuid[])`;

/** Selects the chapter of records with a gift, for `Access.define`. */
export const chapterByGift = (table: string) =>
  `SELECT t.id, c.chapter_id FROM fundraising.${table} t ${joinGift('t')} WHERE t.id = ANY ($1::uuid[])`;

export const namedByGift = (table: string) => ({
  sql: `
  SELECT t.id, g.name, c.title AS context, g.id AS "pageId" FROM fundraising.${table} t
  ${joinGift('t')} WHERE t.id = ANY ($1::uuid[])`,
  path: ({ pageId }: { pageId?: string | null }) => `/gifts/${pageId}`,
});

/** Selects records with the title of their campaign, for the log of staff actions. `name` is SQL over the row as `t`. */
export const namesInCampaign = (table: string, name: string) => `
  SELECT t.id, ${name} AS name, c.title AS context, c.id AS "pageId" FROM fundraising.${table} t
  ${joinCampaign('t')} WHERE t.id = ANY ($1::uuid[])`;

/** Personal data: the title of the campaign of a record `t`. */
export const fundraiserTitle = {
  fundraiser: '(SELECT c.title FROM fundraising.campaign c WHERE c.id = t.campaign_id)',
};
