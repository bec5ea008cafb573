import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';

export const serviceInput = (parts: Record<string, unknown> = {}) => ({
  organizationName: 'Jacaranda House',
  name: 'Night shelter',
  needs: ['SHELTER'],
  description: 'A bed for tonight.',
  descriptionEs: 'Una cama para esta noche.',
  languages: ['en', 'es'],
  address: '12 Hidden Lane',
  city: 'Pasadena',
  region: 'CA',
  postcode: '90042',
  phone: '+13105550142',
  email: 'night@example.org',
  url: 'https://night.example.org',
  schedule: 'Daily from 8 pm',
  scheduleEs: 'Cada día desde las 8 de la noche',
  ...parts,
});

export async function aService(
  db: Pick<Database, 'query'>,
  { published = false, assureBy = '2099-01-01' }: { published?: boolean; assureBy?: string } = {},
): Promise<{ id: string; slug: string }> {
  const [service] = await db.query<{ id: string; slug: string }>(
    `WITH o AS (INSERT INTO learning.organization (name) VALUES ('House ' || $1) RETURNING id)
     INSERT INTO learning.service (organization_id, slug, name, needs, description, assured_on, assure_by, published)
     SELECT o.id, $1, 'Service', '{food}', 'Food.', '2020-01-01', $2::date, $3 FROM o RETURNING id, slug`,
    [`service-${randomUUID().slice(0, 8)}`, assureBy, published],
  );
  return service!;
}

/** Creates a compared import of services with one new service and one error. */
export async function aServiceImport(db: Pick<Database, 'query'>): Promise<string> {
  const [file] = await db.query<{ id: string }>(
    `WITH a AS (INSERT INTO identity.account (email, name) VALUES ($1 || '@example.org', 'Mo') RETURNING id)
     INSERT INTO learning.service_import (file_name, need, status, rows_total, rows_read, rows_new, rows_refused, imported_by,
       created_at)
     SELECT 'partner.json', 'food', 'checked', 2, 2, 1, 1, a.id, now() FROM a RETURNING id`,
    [randomUUID()],
  );
  const { id } = file!;
  await db.query(
    `INSERT INTO learning.service_import_row (import_id, n, hsds_id, said, changed)
     VALUES ($1, 1, $2, '{"name": "Night shelter", "description": "A bed.", "organizationName": "House", "needs": ["food"]}',
       '{name,description,organizationName,needs}')`,
    [id, randomUUID()],
  );
  await db.query(
    `INSERT INTO learning.service_import_fault (import_id, n, field, problem) VALUES ($1, 2, 'description', 'too-long')`,
    [id],
  );
  return id;
}
