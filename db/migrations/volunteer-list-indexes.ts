/** The indexes of the lists of volunteers: name, key, and what else limits them. */
export const listIndexes: ReadonlyArray<[name: string, key: string, more?: string]> = [
  ['volunteer_by_name', '(sort_name, id)'],
  ['volunteer_by_activity', '(active_at, id)'],
  ['volunteer_search', 'USING gin (search_text gin_trgm_ops)'],
  ['volunteer_skill', 'USING gin (skill_ids)', `skill_ids <> '{}'`],
  ['volunteer_interest', 'USING gin (interest_ids)', `interest_ids <> '{}'`],
  ['volunteer_language', 'USING gin (languages)', `languages <> '{}'`],
  ['volunteer_availability', 'USING gin (availability jsonb_path_ops)', `availability <> '[]'`],
  ['volunteer_by_last', '(sort_last, id)'],
  ['volunteer_phone_begins', '(phone text_pattern_ops)'],
  ['volunteer_phone_local', '(substr(phone, 6) text_pattern_ops)'],
  ['volunteer_phone_ends', '(reverse(phone) text_pattern_ops)'],
  ['volunteer_by_phone', '(phone)', 'phone IS NOT NULL'],
];
