/** The tables of the schema `outreach`. */
export const outreachEntities = [];
