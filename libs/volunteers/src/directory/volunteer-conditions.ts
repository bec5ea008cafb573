import { badInput, isUuid, matches, notThere, type SortKey, type Values } from '@upstander/platform';
import { knownTo } from './volunteer-access.js';
import { listed } from './listed.js';
import type { VolunteerFilter } from './volunteer-filter.input.js';
import { VolunteerOrder } from './volunteer-filter.input.js';

/** A list of volunteers, as its statement is made. */
export interface VolunteerQuestion {
  from: string;
  /** What a row needs beside that; the count does not. */
  joins: string;
  conditions: string[];
  /** When somebody last signed up, as far as these chapters know. */
  activeAt: string;
  by: SortKey[];
  direction: 'ASC' | 'DESC';
}

/**
 * The volunteers whom these chapters know. One chapter's are read along its memberships, which are in order; those of
 * all, or of several, along the volunteers.
 * @throws Refusal BAD_INPUT for what is no id, weekday or language; NOT_FOUND for a chapter that is not one of these.
 */
export function questionFrom(
  filter: VolunteerFilter,
  order: VolunteerOrder,
  chapters: string[] | 'all',
  values: Values,
): VolunteerQuestion {
  const chapterId = filter.chapterId?.toLowerCase() ?? null;
  if (chapterId && (!isUuid(chapterId) || (chapters !== 'all' && !chapters.includes(chapterId)))) {
    throw notThere('This chapter');
  }
  const one = chapterId ?? (chapters !== 'all' && chapters.length === 1 ? chapters[0]! : null);
  const row = one ? 'm' : 'v';
  const conditions = narrowing(filter, { chapters, row }, values);
  // A chapter knows nobody who is not listed: where nothing else is asked, its memberships are all there is to read.
  const bare = one !== null && conditions.every((condition) => !/\bv\./.test(condition) || condition === listed('v'));
  if (bare) conditions.splice(conditions.indexOf(listed('v')), 1);
  if (one) conditions.push(`m.chapter_id = ${values.add(one)}::uuid`);
  else if (chapters !== 'all') conditions.push(knownTo(values.add(chapters)));
  if (filter.standing && one) conditions.push(`m.standing = ${values.add(filter.standing)}`);
  else if (filter.standing) {
    const mine = chapters === 'all' ? 'true' : `k.chapter_id = ANY (${values.add(chapters)}::uuid[])`;
    const standing = values.add(filter.standing);
    conditions.push(
      `v.id IN (SELECT k.volunteer_id FROM volunteers.membership k WHERE k.standing = ${standing} AND ${mine})`,
    );
  }
  if (filter.activeSince) conditions.push(`${row}.active_at >= ${values.add(filter.activeSince)}::timestamptz`);
  if (filter.activeBefore) conditions.push(`${row}.active_at < ${values.add(filter.activeBefore)}::timestamptz`);
  const byActivity = order === VolunteerOrder.LAST_ACTIVE;
  return {
    from: one ? `volunteers.membership m ${bare ? '' : ofMembership}` : 'volunteers.volunteer v',
    joins: bare ? ofMembership : '',
    conditions,
    activeAt: `${row}.active_at`,
    by: [
      byActivity ? { sql: `${row}.active_at`, type: 'timestamptz' } : { sql: `${row}.sort_name`, type: 'text' },
      { sql: one ? 'm.volunteer_id' : 'v.id', type: 'uuid' },
    ],
    direction: byActivity ? 'DESC' : 'ASC',
  };
}

const ofMembership = 'JOIN volunteers.volunteer v ON v.id = m.volunteer_id';

/** In the words of the partial indexes: an empty list is in none of them. */
function narrowing(
  filter: VolunteerFilter,
  { chapters, row }: { chapters: string[] | 'all'; row: 'm' | 'v' },
  values: Values,
): string[] {
  const conditions =
    filter.addressConfirmed === false
      ? ['v.proven_at IS NULL AND v.merged_into IS NULL AND v.erased_at IS NULL', chapters === 'all' ? 'true' : 'false']
      : [listed('v')];
  if (filter.ids) {
    if (filter.ids.length > 100) throw badInput({ 'filter.ids': 'too-many' });
    if (!filter.ids.every(isUuid)) throw badInput({ 'filter.ids': 'not-an-id' });
    conditions.push(`v.id = ANY (${values.add(filter.ids)}::uuid[])`);
  }
  const text = filter.text?.trim();
  // Fewer than three letters are the beginning of a name, which the order of names has side by side.
  const short = text?.split(/\s+/).every((word) => word.length < 3);
  if (text && short) conditions.push(`${row}.sort_name LIKE platform.fold(${values.add(literally(text))}) || '%'`);
  else if (text) conditions.push(...matches('v.search_text', asStored(text), values));
  const { skillId, interestId, weekday } = filter;
  const language = filter.language?.trim().toLowerCase();
  if (skillId && !isUuid(skillId)) throw badInput({ 'filter.skillId': 'not-an-id' });
  if (interestId && !isUuid(interestId)) throw badInput({ 'filter.interestId': 'not-an-id' });
  if (weekday && (weekday < 1 || weekday > 7)) throw badInput({ 'filter.weekday': 'out-of-range' });
  if (skillId) conditions.push(`v.skill_ids @> ARRAY[${values.add(skillId)}::uuid] AND v.skill_ids <> '{}'`);
  if (interestId)
    conditions.push(`v.interest_ids @> ARRAY[${values.add(interestId)}::uuid] AND v.interest_ids <> '{}'`);
  if (language) conditions.push(`v.languages @> ARRAY[${values.add(language)}::text] AND v.languages <> '{}'`);
  if (weekday) {
    const day = values.add(JSON.stringify([{ weekday }]));
    conditions.push(`v.availability @> ${day}::jsonb AND v.availability <> '[]'`);
  }
  if (filter.tag) {
    const mine =
      chapters === 'all' ? 'true' : `(t.chapter_id IS NULL OR t.chapter_id = ANY (${values.add(chapters)}::uuid[]))`;
    conditions.push(
      `v.id IN (SELECT t.volunteer_id FROM volunteers.tag t WHERE t.name = ${values.add(filter.tag)} AND ${mine})`,
    );
  }
  return conditions;
}

/** A text as LIKE finds it and nothing else. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** A phone number as it is kept, however it is written: "(310) 555-0123" stands there as +13105550123. */
function asStored(text: string): string {
  const digits = text.replace(/[\s().\-+/]/g, '');
  return /^\d{3,15}$/.test(digits) ? digits : text;
}
