import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { RequestOptions, TestApp } from './app.js';
import { aVolunteer } from './volunteers.js';

export type Kind = 'training' | 'waiver' | 'screening' | 'age';

/** Waivers and screenings get their first text. */
export async function aCredentialType(
  db: Database,
  type: { kind?: Kind; name?: string; validMonths?: number; minimumAge?: number; warnDays?: number } = {},
): Promise<{ id: string; name: string }> {
  const kind = type.kind ?? 'training';
  const name = type.name ?? `Safety ${randomUUID()}`;
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO volunteers.credential_type (kind, name, name_es, how_to_get, how_to_get_es, valid_months, minimum_age, warn_days)
     VALUES ($1, $2, $3, 'Come to the course.', 'Ven al curso.', $4, $5, $6) RETURNING id`,
    [
      kind,
      name,
      `${name} (es)`,
      type.validMonths ?? null,
      kind === 'age' ? (type.minimumAge ?? 18) : null,
      type.warnDays ?? 30,
    ],
  );
  if (kind === 'waiver' || kind === 'screening') await publishText(db, row!.id);
  return { id: row!.id, name };
}

export async function publishText(db: Database, typeId: string): Promise<number> {
  const [row] = await db.query<{ version: number }>(
    `WITH text AS (
       INSERT INTO volunteers.credential_text (type_id, version, body, body_es, published_at)
       SELECT id, coalesce(text_version, 0) + 1, 'I take part at my own risk.', 'Participo bajo mi propio riesgo.', now()
       FROM volunteers.credential_type WHERE id = $1 RETURNING version
     ) SELECT version FROM text`,
    [typeId],
  );
  await db.query('UPDATE volunteers.credential_type SET text_version = $2 WHERE id = $1', [typeId, row!.version]);
  return row!.version;
}

/** Approved by default. Waivers are signed in the current version. */
export async function aCredential(
  db: Database,
  credential: {
    volunteerId: string;
    typeId: string;
    status?: 'approved' | 'claimed' | 'requested';
    issuedOn?: string;
    expiresOn?: string | null;
    at?: Date;
  },
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, issued_on, expires_on, evidence, text_version,
       signed_name, signed_at, disclosed_at, authorised_at, created_at, updated_at)
     SELECT $1, t.id, t.kind, $3, $4, $5, 'Course at the library', t.text_version,
       CASE WHEN t.kind IN ('waiver', 'screening') THEN 'Ana Reyes' END, CASE WHEN t.kind = 'waiver' THEN $6::timestamptz END,
       CASE WHEN t.kind = 'screening' THEN $6::timestamptz END, CASE WHEN t.kind = 'screening' THEN $6::timestamptz END, $6, $6
     FROM volunteers.credential_type t WHERE t.id = $2 RETURNING id`,
    [
      credential.volunteerId,
      credential.typeId,
      credential.status ?? 'approved',
      credential.issuedOn ?? '2026-01-10',
      credential.expiresOn ?? null,
      credential.at ?? new Date(),
    ],
  );
  return row!.id;
}

export async function requireForShift(
  db: Database,
  shiftId: string,
  typeId: string,
  { isDueByDay = false }: { isDueByDay?: boolean } = {},
): Promise<void> {
  const column = isDueByDay ? 'day_credential_ids' : 'strict_credential_ids';
  await db.query(`UPDATE events.shift SET ${column} = ${column} || $2::uuid WHERE id = $1`, [shiftId, typeId]);
}

export interface CredentialRow {
  id: string;
  status: string;
  issuedOn: string | null;
  expiresOn: string | null;
  counts: boolean;
  reason: string | null;
}
export const credentialFields = 'id status issuedOn expiresOn counts reason';

export async function signedInVolunteer(
  app: TestApp,
  chapterId: string,
): Promise<{ cookie: string; email: string; id: string }> {
  const person = await app.signedIn({ name: 'Ana Reyes' });
  const { id } = await aVolunteer(app, chapterId, { email: person.email });
  return { ...person, id };
}

export async function listPendingCredentials(
  app: TestApp,
  options: RequestOptions,
): Promise<Array<{ id: string; status: string }>> {
  const { data } = await app.graphql<{
    credentialsToDecide: { edges: Array<{ node: { id: string; status: string } }> };
  }>('{ credentialsToDecide(first: 100) { edges { node { id status } } } }', {}, options);
  return data.credentialsToDecide.edges.map(({ node }) => node);
}
