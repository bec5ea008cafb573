import { badInput, matchesThenScan, isUuid, matches, notFound, type SortKey, type Values } from '@upstander/platform';
import { credentialConditions } from './credential-conditions.js';
import type { NameSearch } from './name-first.js';
import { isKnownToChapters } from '../access/volunteer-access.js';
import { listedCondition } from '../access/listed.js';
import type { VolunteerFilter } from './volunteer-filter.input.js';
import { VolunteerOrder } from './volunteer-filter.input.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

export interface VolunteerQuestion {
  from: string;
  /** Joins needed for the rows but not for the count. */
  joins: string;
  conditions: string[];
  /** Last sign-up, as far as the actor's chapters know. */
  activeAt: string;
  by: SortKey[];
  direction: 'ASC' | 'DESC';
  /** Set if the filter is narrow: all matches are then read before they are sorted. */
  source: ReturnType<typeof matchesThenScan> | undefined;
  /** Set if the search text may be a name, to find names that start with it first. */
  names: (() => NameSearch) | null;
}

/**
 * Builds the query for volunteers known to these chapters. For one chapter, it reads that chapter's sorted memberships.
 * @throws Refusal BAD_INPUT for an invalid ID, weekday or language; NOT_FOUND for a chapter not in `chapters`
 */
export function buildVolunteerQuery(
  filter: VolunteerFilter,
  order: VolunteerOrder,
  chapters: string[] | 'all',
  values: Values,
  today: string,
): VolunteerQuestion {
  const chapterId = filter.chapterId?.toLowerCase() ?? null;
  if (chapterId && (!isUuid(chapterId) || (chapters !== 'all' && !chapters.includes(chapterId)))) {
    throw notFound('This chapter');
  }
  const onlyChapter = chapterId ?? (chapters !== 'all' && chapters.length === 1 ? chapters[0]! : null);
  const row = onlyChapter ? 'm' : 'v';
  const credentials = credentialConditions(filter, today, values);
  const base = [...filterConditions(filter, { chapters, onlyChapter }, values), ...credentials.conditions];
  const chapterCondition = onlyChapter ? `m.chapter_id = ${values.add(onlyChapter)}::uuid` : 'true';
  if (onlyChapter) base.push(chapterCondition);
  else if (chapters !== 'all') base.push(isKnownToChapters(values.add(chapters)));
  if (filter.standing && onlyChapter) base.push(`m.standing = ${values.add(filter.standing)}`);
  else if (filter.standing) {
    const visibleChapters = chapters === 'all' ? 'true' : `k.chapter_id = ANY (${values.add(chapters)}::uuid[])`;
    const standingParam = values.add(filter.standing);
    base.push(
      `v.id IN (SELECT k.volunteer_id FROM volunteers.membership k WHERE k.standing = ${standingParam} AND ${visibleChapters})`,
    );
  }
  if (filter.activeSince) base.push(`${row}.active_at >= ${values.add(filter.activeSince)}::timestamptz`);
  if (filter.activeBefore) base.push(`${row}.active_at < ${values.add(filter.activeBefore)}::timestamptz`);
  const text = filter.text?.trim();
  const textSearch = text ? textConditions(text, row, values) : null;
  const source = readFrom(onlyChapter, [...base, ...(textSearch?.conditions ?? [])]);
  const byActivity = order === VolunteerOrder.LAST_ACTIVE;
  const id = onlyChapter ? 'm.volunteer_id' : 'v.id';
  const { chapterId: _, ...narrowedFilter } = filter;
  const isNarrow = Object.values(narrowedFilter).some((value) => value !== null && value !== undefined);
  const disjoint = credentials.candidates.length > 0;
  const isNameSearch = textSearch?.isName && !byActivity && filter.addressConfirmed !== false;
  return {
    ...source,
    activeAt: `${row}.active_at`,
    by: [
      byActivity ? { sql: `${row}.active_at`, type: 'timestamptz' } : { sql: `${row}.sort_name`, type: 'text' },
      { sql: id, type: 'uuid' },
    ],
    direction: byActivity ? 'DESC' : 'ASC',
    source: isNarrow
      ? matchesThenScan(disjoint ? credentials.candidates : undefined, { again: chapterCondition, disjoint })
      : undefined,
    names: isNameSearch
      ? () => {
          const { from, conditions } = readFrom(onlyChapter, base);
          const beginning = `platform.fold(${values.add(escapeLike(text!))}) || '%'`;
          return { row, from, where: conditions.join(' AND '), beginning, again: chapterCondition };
        }
      : null,
  };
}

/** Skips the volunteer table if no condition needs it: memberships exist only for listed volunteers. */
function readFrom(one: string | null, conditions: string[]): Pick<VolunteerQuestion, 'from' | 'joins' | 'conditions'> {
  if (!one) return { from: 'volunteers.volunteer v', joins: '', conditions };
  const otherConditions = conditions.filter((condition) => condition !== listedCondition('v'));
  return otherConditions.some((condition) => /\bv\./.test(condition))
    ? { from: `volunteers.membership m ${memberJoin}`, joins: '', conditions }
    : { from: 'volunteers.membership m', joins: memberJoin, conditions: otherConditions };
}

const memberJoin = `${joinVolunteer('m')}`;

function filterConditions(
  filter: VolunteerFilter,
  { chapters, onlyChapter }: { chapters: string[] | 'all'; onlyChapter: string | null },
  values: Values,
): string[] {
  const conditions =
    filter.addressConfirmed === false
      ? [
          'v.proven_at IS NULL AND v.met_at IS NULL AND v.merged_into IS NULL AND v.erased_at IS NULL',
          chapters === 'all' ? 'true' : 'false',
        ]
      : [listedCondition('v')];
  if (filter.ids) {
    if (filter.ids.length > 100) throw badInput({ 'filter.ids': 'too-many' });
    if (!filter.ids.every(isUuid)) throw badInput({ 'filter.ids': 'not-an-id' });
    conditions.push(`v.id = ANY (${values.add(filter.ids)}::uuid[])`);
  }
  conditions.push(...(onlyChapter ? traitsIn(onlyChapter, filter, values) : traits(filter, values)));
  if (filter.tag) {
    const isVisible =
      chapters === 'all' ? 'true' : `(t.chapter_id IS NULL OR t.chapter_id = ANY (${values.add(chapters)}::uuid[]))`;
    conditions.push(
      `v.id IN (SELECT t.volunteer_id FROM volunteers.tag t WHERE t.name = ${values.add(filter.tag)} AND ${isVisible})`,
    );
  }
  return conditions;
}

/** Matches a name, address or phone number. `isName` is true if the text may be the start of a name. */
function textConditions(text: string, row: 'm' | 'v', values: Values): { conditions: string[]; isName: boolean } {
  // Texts with words shorter than three letters match the start of a name, using the index on names.
  if (text.split(/\s+/).every((word) => word.length < 3)) {
    const nameCondition = `${row}.sort_name LIKE platform.fold(${values.add(escapeLike(text))}) || '%'`;
    return { conditions: [nameCondition], isName: false };
  }
  const phone = phoneLike(text, values);
  return phone
    ? { conditions: phone, isName: false }
    : { conditions: matches('v.search_text', text, values), isName: true };
}

function readTraits({ skillId, interestId, weekday, language }: VolunteerFilter) {
  if (skillId && !isUuid(skillId)) throw badInput({ 'filter.skillId': 'not-an-id' });
  if (interestId && !isUuid(interestId)) throw badInput({ 'filter.interestId': 'not-an-id' });
  if (weekday && (weekday < 1 || weekday > 7)) throw badInput({ 'filter.weekday': 'out-of-range' });
  return { skillId, interestId, weekday, language: language?.trim().toLowerCase() };
}

/** Conditions on volunteers. They match the partial indexes, which exclude empty lists. */
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

/** Conditions on a chapter's memberships, all covered by one index (db/functions/volunteers/profile/traits.sql). */
function traitsIn(chapterId: string, filter: VolunteerFilter, values: Values): string[] {
  const { skillId, interestId, weekday, language } = readTraits(filter);
  const required = [
    skillId?.toLowerCase(),
    interestId?.toLowerCase(),
    language && `language/${language}`,
    weekday && `weekday/${weekday}`,
  ].filter(Boolean);
  if (required.length === 0) return [];
  const hashes = required.map((trait) => `md5(${values.add(`${chapterId}/${trait}`)})::uuid`);
  return [`m.traits @> ARRAY[${hashes.join(', ')}] AND m.traits <> '{}'`];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/**
 * Matches a phone number by its start with or without country code, after the area code, or by its last digits. Returns
 * null if the text is not a phone number.
 */
function phoneLike(text: string, values: Values): string[] | null {
  const digits = text.replace(/[\s().\-+/]/g, '');
  if (!/^\d{3,15}$/.test(digits)) return null;
  const [wholeNumber, american, part] = [`+${digits}%`, `+1${digits}%`, `${digits}%`].map((pattern) =>
    values.add(pattern),
  );
  const suffixPattern = values.add(`${[...digits].reverse().join('')}%`);
  return [
    `(v.phone LIKE ${wholeNumber} OR v.phone LIKE ${american} OR substr(v.phone, 6) LIKE ${part} OR reverse(v.phone) LIKE ${suffixPattern})`,
  ];
}
