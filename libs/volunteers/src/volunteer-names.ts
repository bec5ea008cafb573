import { joinVolunteer } from './profile/volunteer-joins.js';

/** Selects records by the name of their volunteer, for the log of staff actions. `day` is SQL over the row as `t`. */
export const namesOfVolunteers = (table: string, day = 'NULL') => `
  SELECT t.id, v.name, ${day} AS day, v.id AS "pageId"
  FROM volunteers.${table} t ${joinVolunteer('t')} WHERE t.id = ANY ($1::uuid[])`;
