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
 * What the record that is kept takes over: what it does not say itself, and every word of its lists. Whoever said once that
 * they are under 18, or that they want no messages, has said so.
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
