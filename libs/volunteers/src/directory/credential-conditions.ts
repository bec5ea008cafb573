import { badInput, isUuid, type Values } from '@upstander/platform';
import { isValidThrough, endsSoonCondition, meetsTypeCondition } from '../held-credentials/credential-validity.js';
import type { VolunteerFilter } from './volunteer-filter.input.js';

/** Limits a list of volunteers `v` to those with, without or about to lose a credential. */
export interface CredentialConditions {
  /** Evaluated per volunteer, using the index of credentials. */
  conditions: string[];
  /** Queries of matching IDs, without duplicates between them. If there are few, no other volunteers are read. */
  candidates: string[];
}

/**
 * Returns conditions for volunteers `v` by credential. OFFSET 0 keeps PostgreSQL from collecting all holders before the
 * first row.
 * @throws Refusal BAD_INPUT for an invalid ID, or if HELD or MISSING has no type
 */
export function credentialConditions(
  { credentialTypeId: typeId, credential }: Pick<VolunteerFilter, 'credentialTypeId' | 'credential'>,
  today: string,
  values: Values,
): CredentialConditions {
  if (!typeId && !credential) return { conditions: [], candidates: [] };
  if (typeId && !isUuid(typeId)) throw badInput({ 'filter.credentialTypeId': 'not-an-id' });
  const day = `${values.add(today)}::date`;
  if (credential === 'expiring') {
    const typeCondition = typeId ? `c.type_id = ${values.add(typeId)}::uuid AND` : '';
    const expiring = `FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
      WHERE ${typeCondition} t.retired_at IS NULL AND ${isValidThrough(day)} AND ${endsSoonCondition(day, `${day} + t.warn_days`)}`;
    return {
      conditions: [`EXISTS (SELECT ${expiring} AND c.volunteer_id = v.id OFFSET 0)`],
      // Matches the index of last days: limited to the longest warning period.
      candidates: [
        `SELECT c.volunteer_id AS id ${expiring}
           AND c.expires_on <= ${day} + (SELECT max(k.warn_days) FROM volunteers.credential_type k)`,
      ],
    };
  }
  if (!typeId) throw badInput({ 'filter.credentialTypeId': 'required' });
  const type = `${values.add(typeId)}::uuid`;
  const valid = `FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
    WHERE c.type_id = ${type} AND ${isValidThrough(day)}`;
  const meetsTypeSql = (negation: '' | 'NOT') =>
    `EXISTS (SELECT FROM volunteers.credential_type t WHERE t.id = ${type} AND ${negation} ${meetsTypeCondition(day)} OFFSET 0)`;
  if (credential === 'missing') return { conditions: [meetsTypeSql('NOT')], candidates: [] };
  return {
    conditions: [meetsTypeSql('')],
    candidates: [
      `SELECT c.volunteer_id AS id ${valid}`,
      // The first condition is false for most types, so PostgreSQL skips the rest.
      `SELECT a.id FROM volunteers.volunteer a
       WHERE (SELECT k.kind = 'age' FROM volunteers.credential_type k WHERE k.id = ${type})
         AND a.birth_year < extract(year FROM ${day}) - (SELECT k.minimum_age FROM volunteers.credential_type k WHERE k.id = ${type})
         AND NOT EXISTS (SELECT ${valid} AND c.volunteer_id = a.id OFFSET 0)`,
    ],
  };
}

/** SQL: the valid credentials of volunteer `v` on a day, as JSON. */
export function heldCredentials(day: string): string {
  return `(SELECT coalesce(json_agg(json_build_object('typeId', h.id, 'name', h.name, 'nameEs', h.name_es,
      'expiresOn', h.expires_on, 'endsSoon', h.soon) ORDER BY h.name), '[]')
    FROM (
      -- One per type: the one that is valid longest.
      SELECT DISTINCT ON (t.id) t.id, t.name, t.name_es, c.expires_on,
        coalesce(c.expires_on <= ${day} + t.warn_days, false) AS soon
      FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
      WHERE c.volunteer_id = v.id AND t.retired_at IS NULL AND ${isValidThrough(day)}
      ORDER BY t.id, c.expires_on DESC NULLS FIRST
    ) h)`;
}
