import type { Volunteer } from '../profile/volunteer.entity.js';

type Fields = Partial<Volunteer>;

const filled = [
  'preferredName',
  'phone',
  'homeChapterId',
  'postcode',
  'birthYear',
  'bornBy',
  'accessibilityNeeds',
] as const;
const joined = ['languages', 'skillIds', 'interestIds'] as const;
const most: Readonly<Record<(typeof joined)[number], number>> = { languages: 12, skillIds: 30, interestIds: 30 };

/**
 * Returns the fields the remaining record takes over: missing values, and additions to its lists.
 * A statement of being under 18 or an opt-out in either record stays in effect.
 */
export function fieldsFrom(kept: Volunteer, merged: Volunteer): Fields {
  const fields: Record<string, unknown> = {};
  for (const name of filled) if (kept[name] === null && merged[name] !== null) fields[name] = merged[name];
  for (const name of joined) {
    const both = [...new Set([...kept[name], ...merged[name]])].slice(0, most[name]);
    if (both.length > kept[name].length) fields[name] = both;
  }
  if (kept.availability.length === 0 && merged.availability.length > 0) fields['availability'] = merged.availability;
  if (!kept.minor && merged.minor) fields['minor'] = true;
  if (kept.showsNameToPeers && !merged.showsNameToPeers) fields['showsNameToPeers'] = false;
  if (!kept.messagesStoppedAt && merged.messagesStoppedAt) fields['messagesStoppedAt'] = merged.messagesStoppedAt;
  return fields;
}
