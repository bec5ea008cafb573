import { chapterName } from '@upstander/identity';
const standing = 'coalesce(a.merged_into, a.id)';

/** SQL: the volunteer record of an address, following merges, and all records merged into it. */
export const volunteersOfAddress = `SELECT v.id FROM volunteers.volunteer a JOIN volunteers.volunteer v ON v.id = ${standing} WHERE a.email = $1
  UNION ALL SELECT v.id FROM volunteers.volunteer a JOIN volunteers.volunteer v ON v.merged_into = ${standing} WHERE a.email = $1`;

export const ofVolunteer = { volunteer: `t.volunteer_id IN (${volunteersOfAddress})` };

export const withChapter = { chapter: chapterName('t.chapter_id') };

export const seenByOrganizers = 'the person; organizers of the chapter';
