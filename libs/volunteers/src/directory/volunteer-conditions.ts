import { badInput, fewFirst, isUuid, matches, notThere, type SortKey, type Values } from '@upstander/platform';
import { credentialConditions } from './credential-conditions.js';
import type { NamesAsked } from './name-first.js';
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
  /** Where few may be left: all of those are looked for before the order of the list is walked. */
  source: ReturnType<typeof fewFirst> | undefined;
  /** Where a name may be looked for: how those that begin with the text are found first. */
  names: (() => NamesAsked) | null;
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
  today: string,
): VolunteerQuestion {
  const chapterId = filter.chapterId?.toLowerCase() ?? null;
  if (chapterId && (!isUuid(chapterId) || (chapters !== 'all' && !chapters.includes(chapterId)))) {
    throw notThere('This chapter');
  }
  const one = chapterId ?? (chapters !== 'all' && chapters.length === 1 ? chapters[0]! : null);
  const row = one ? 'm' : 'v';
  const credentials = credentialConditions(filter, today, values);
  const others = [...narrowing(filter, { chapters, one }, values), ...credentials.conditions];
  const ofChapter = one ? `m.chapter_id = ${values.add(one)}::uuid` : 'true';
  if (one) others.push(ofChapter);
  else if (chapters !== 'all') others.push(knownTo(values.add(chapters)));
  if (filter.standing && one) others.push(`m.standing = ${values.add(filter.standing)}`);
  else if (filter.standing) {
    const mine = chapters === 'all' ? 'true' : `k.chapter_id = ANY (${values.add(chapters)}::uuid[])`;
    const standing = values.add(filter.standing);
    others.push(
      `v.id IN (SELECT k.volunteer_id FROM volunteers.membership k WHERE k.standing = ${standing} AND ${mine})`,
    );
  }
  if (filter.activeSince) others.push(`${row}.active_at >= ${values.add(filter.activeSince)}::timestamptz`);
  if (filter.activeBefore) others.push(`${row}.active_at < ${values.add(filter.activeBefore)}::timestamptz`);
  const text = filter.text?.trim();
  const textual = text ? textConditions(text, row, values) : null;
  const whole = readFrom(one, [...others, ...(textual?.conditions ?? [])]);
  const byActivity = order === VolunteerOrder.LAST_ACTIVE;
  const id = one ? 'm.volunteer_id' : 'v.id';
  const { chapterId: _, ...narrowed } = filter;
  const isNarrow = Object.values(narrowed).some((value) => value !== null && value !== undefined);
  const disjoint = credentials.candidates.length > 0;
  const named = textual?.isName && !byActivity && filter.addressConfirmed !== false;
  return {
    ...whole,
    activeAt: `${row}.active_at`,
    by: [
      byActivity ? { sql: `${row}.active_at`, type: 'timestamptz' } : { sql: `${row}.sort_name`, type: 'text' },
      { sql: id, type: 'uuid' },
    ],
    direction: byActivity ? 'DESC' : 'ASC',
    source: isNarrow
      ? fewFirst(disjoint ? credentials.candidates : undefined, { again: ofChapter, disjoint })
      : undefined,
    names: named
      ? () => {
          const { from, conditions } = readFrom(one, others);
          const beginning = `platform.fold(${values.add(literally(text!))}) || '%'`;
          return { row, from, where: conditions.join(' AND '), beginning, again: ofChapter };
        }
      : null,
  };
}

/**
 * A chapter knows nobody who is not listed: where nothing is asked of the volunteers themselves, its memberships are all
 * there is to read.
 */
function readFrom(one: string | null, conditions: string[]): Pick<VolunteerQuestion, 'from' | 'joins' | 'conditions'> {
  if (!one) return { from: 'volunteers.volunteer v', joins: '', conditions };
  const rest = conditions.filter((condition) => condition !== listed('v'));
  return rest.some((condition) => /\bv\./.test(condition))
    ? { from: `volunteers.membership m ${ofMembership}`, joins: '', conditions }
    : { from: 'volunteers.membership m', joins: ofMembership, conditions: rest };
}

const ofMembership = 'JOIN volunteers.volunteer v ON v.id = m.volunteer_id';

/** In the words of the partial indexes: an empty list is in none of them. */
function narrowing(
  filter: VolunteerFilter,
  { chapters, one }: { chapters: string[] | 'all'; one: string | null },
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
  conditions.push(...(one ? traitsIn(one, filter, values) : traits(filter, values)));
  if (filter.tag) {
    const mine =
      chapters === 'all' ? 'true' : `(t.chapter_id IS NULL OR t.chapter_id = ANY (${values.add(chapters)}::uuid[]))`;
    conditions.push(
      `v.id IN (SELECT t.volunteer_id FROM volunteers.tag t WHERE t.name = ${values.add(filter.tag)} AND ${mine})`,
    );
  }
  return conditions;
}

/** Somebody's name, address or telephone number; `isName` where it may be a name that others begin with. */
function textConditions(text: string, row: 'm' | 'v', values: Values): { conditions: string[]; isName: boolean } {
  // Fewer than three letters are the beginning of a name, which the order of names has side by side.
  if (text.split(/\s+/).every((word) => word.length < 3)) {
    const begins = `${row}.sort_name LIKE platform.fold(${values.add(literally(text))}) || '%'`;
    return { conditions: [begins], isName: false };
  }
  const phone = phoneLike(text, values);
  return phone
    ? { conditions: phone, isName: false }
    : { conditions: matches('v.search_text', text, values), isName: true };
}

/** @throws Refusal BAD_INPUT for what is no id or weekday. */
function readTraits({ skillId, interestId, weekday, language }: VolunteerFilter) {
  if (skillId && !isUuid(skillId)) throw badInput({ 'filter.skillId': 'not-an-id' });
  if (interestId && !isUuid(interestId)) throw badInput({ 'filter.interestId': 'not-an-id' });
  if (weekday && (weekday < 1 || weekday > 7)) throw badInput({ 'filter.weekday': 'out-of-range' });
  return { skillId, interestId, weekday, language: language?.trim().toLowerCase() };
}

/** Of volunteers, each by an index of its own. */
function traits(filter: VolunteerFilter, values: Values): string[] {
  const { skillId, interestId, weekday, language } = readTraits(filter);
  const conditions: string[] = [];
  if (skillId) conditions.push(`v.skill_ids @> ARRAY[${values.add(skillId)}::uuid] AND v.skill_ids <> '{}'`);
  if (interestId)
    conditions.push(`v.interest_ids @> ARRAY[${values.add(interestId)}::uuid] AND v.interest_ids <> '{}'`);
  if (language) conditions.push(`v.languages @> ARRAY[${values.add(language)}::text] AND v.languages <> '{}'`);
  if (weekday) {
    const day = values.add(JSON.stringify([{ weekday }]));
    conditions.push(`v.availability @> ${day}::jsonb AND v.availability <> '[]'`);
  }
  return conditions;
}

/** Of a chapter's memberships, all by one index: as db/functions/volunteers/traits.sql writes them. */
function traitsIn(chapterId: string, filter: VolunteerFilter, values: Values): string[] {
  const { skillId, interestId, weekday, language } = readTraits(filter);
  const wanted = [
    skillId?.toLowerCase(),
    interestId?.toLowerCase(),
    language && `language/${language}`,
    weekday && `weekday/${weekday}`,
  ].filter(Boolean);
  if (wanted.length === 0) return [];
  const hashes = wanted.map((trait) => `md5(${values.add(`${chapterId}/${trait}`)})::uuid`);
  return [`m.traits @> ARRAY[${hashes.join(', ')}] AND m.traits <> '{}'`];
}

/** A text as LIKE finds it and nothing else. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/**
 * A telephone number, however it is written: from its beginning, with the country or without, from where the area code
 * ends, or its last digits. Null for what is none. In the words of the indexes; somewhere in the middle no index finds one.
 */
function phoneLike(text: string, values: Values): string[] | null {
  const digits = text.replace(/[\s().\-+/]/g, '');
  if (!/^\d{3,15}$/.test(digits)) return null;
  const [whole, american, part] = [`+${digits}%`, `+1${digits}%`, `${digits}%`].map((like) => values.add(like));
  const ends = values.add(`${[...digits].reverse().join('')}%`);
  return [
    `(v.phone LIKE ${whole} OR v.phone LIKE ${american} OR substr(v.phone, 6) LIKE ${part} OR reverse(v.phone) LIKE ${ends})`,
  ];
}
