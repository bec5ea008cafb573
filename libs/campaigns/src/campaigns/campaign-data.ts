/** SQL: creation time of an unconfirmed page or campaign, otherwise null. */
export const createdIfUnconfirmed = `CASE WHEN t.status = 'unconfirmed' THEN t.created_at END`;
