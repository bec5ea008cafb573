import type { Volunteer } from '../profile/volunteer.entity.js';

type Fields = Partial<Volunteer>;

const fillable = [
  'preferredName',
  'phone',
  'homeChapterId',
  'postcode',
  'birthYear',
  'bornBy',
  'accessibilityNeeds',
] as const;
const combined = ['languages', 'skillIds', 'interestIds'] as const;
const maxEntries: Readonly<Record<(typeof combined)[number], number>> = {
  languages: 12,
  skillIds: 30,
  interestIds: 30,
};

/**
 * Returns the fields the remaining record takes over: missing values, and additions to its lists.
 * A statement of being under 18 or an opt-out in either record stays in effect.
 */
export function fieldsFrom(keptVolunteer: Volunteer, merged: Volunteer): Fields {
  const fields: Record<string, unknown> = {};
  for (const name of fillable) if (keptVolunteer[name] === null && merged[name] !== null) fields[name] = merged[name];
  for (const name of combined) {
    const union = [...new Set([...keptVolunteer[name], ...merged[name]])].slice(0, maxEntries[name]);
    if (union.length > keptVolunteer[name].length) fields[name] = union;
  }
  if (keptVolunteer.availability.length === 0 && merged.availability.length > 0)
    fields['availability'] = merged.availability;
  if (!keptVolunteer.minor && merged.minor) fields['minor'] = true;
  if (keptVolunteer.showsNameToPeers && !merged.showsNameToPeers) fields['showsNameToPeers'] = false;
  if (!keptVolunteer.messagesStoppedAt && merged.messagesStoppedAt)
    fields['messagesStoppedAt'] = merged.messagesStoppedAt;
  return fields;
}
