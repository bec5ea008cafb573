import { badInput, isUuid, type Values } from '@upstander/platform';
import { counts, endsSoon, holds } from '../credentials/held.js';
import type { VolunteerFilter } from './volunteer-filter.input.js';

/**
 * That the volunteer `v` has, lacks, or is about to lose a credential on a day. In the words of the indexes of credentials.
 * @throws Refusal BAD_INPUT for what is no id, and where no type is named to be held or missing.
 */
export function credentialConditions(
  { credentialTypeId: typeId, credential }: Pick<VolunteerFilter, 'credentialTypeId' | 'credential'>,
  today: string,
  values: Values,
): string[] {
  if (!typeId && !credential) return [];
  if (typeId && !isUuid(typeId)) throw badInput({ 'filter.credentialTypeId': 'not-an-id' });
  const day = `${values.add(today)}::date`;
  if (credential === 'expiring') {
    const ofType = typeId ? `c.type_id = ${values.add(typeId)}::uuid AND` : '';
    return [
      `v.id IN (SELECT c.volunteer_id FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
        WHERE ${ofType} t.retired_at IS NULL AND ${counts(day)} AND ${endsSoon(day, `${day} + t.warn_days`)})`,
    ];
  }
  if (!typeId) throw badInput({ 'filter.credentialTypeId': 'required' });
  const type = `${values.add(typeId)}::uuid`;
  if (credential === 'missing') {
    return [`EXISTS (SELECT FROM volunteers.credential_type t WHERE t.id = ${type} AND NOT ${holds(day)})`];
  }
  return [
    `v.id IN (
       SELECT c.volunteer_id FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
       WHERE c.type_id = ${type} AND ${counts(day)}
       UNION ALL
       SELECT a.id FROM volunteers.credential_type t JOIN volunteers.volunteer a
         ON a.birth_year < extract(year FROM ${day}) - t.minimum_age
       WHERE t.id = ${type} AND t.kind = 'age')`,
  ];
}

/** What the volunteer `v` has that counts on a day, as JSON for a list of many. */
export function heldCredentials(day: string): string {
  return `(SELECT coalesce(json_agg(json_build_object('typeId', h.id, 'name', h.name, 'nameEs', h.name_es,
      'expiresOn', h.expires_on, 'endsSoon', h.soon) ORDER BY h.name), '[]')
    FROM (
      -- Of several of a type, the one that lasts longest.
      SELECT DISTINCT ON (t.id) t.id, t.name, t.name_es, c.expires_on,
        coalesce(c.expires_on <= ${day} + t.warn_days, false) AS soon
      FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
      WHERE c.volunteer_id = v.id AND t.retired_at IS NULL AND ${counts(day)}
      ORDER BY t.id, c.expires_on DESC NULLS FIRST
    ) h)`;
}
