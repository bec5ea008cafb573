import type { OwnServer } from './own-server.js';

export async function withSecondStep(server: OwnServer): Promise<string> {
  const { rows } = await server.runAsAdministrator('upstander', (client) =>
    client.query<{ email: string }>(
      'SELECT email FROM identity.account WHERE totp_confirmed_at IS NOT NULL ORDER BY id LIMIT 1',
    ),
  );
  return rows[0]!.email;
}

export async function findReset(server: OwnServer, email: string) {
  const { rows } = await server.runAsAdministrator('upstander', (client) =>
    client.query<{ forgotten: boolean; noted: number; told: boolean; self: number }>(
      `SELECT a.totp_secret_sealed IS NULL AND a.totp_confirmed_at IS NULL AS forgotten,
         (SELECT count(*)::int FROM identity.security_event e WHERE e.account_id = a.id AND kind = 'second-step-reset') AS noted,
         (SELECT count(*)::int > 0 FROM identity.notice n WHERE n.account_id = a.id AND kind = 'second-step-reset') AS told,
         (SELECT count(*)::int FROM identity.notice n WHERE n.account_id = a.id AND kind = 'second-step-reset' AND recipient_id = a.id) AS self
       FROM identity.account a WHERE email = $1`,
      [email],
    ),
  );
  return rows;
}

export async function findPeople(server: OwnServer) {
  const { rows } = await server.runAsAdministrator('upstander', (client) =>
    client.query<{ volunteer: string; asks: string; held: string }>(
      `SELECT (SELECT email FROM volunteers.volunteer WHERE email <> ALL (SELECT email FROM identity.account) ORDER BY id LIMIT 1)
         AS volunteer, (SELECT email FROM identity.data_request WHERE status = 'open') AS asks,
         (SELECT email FROM identity.legal_hold WHERE ended_at IS NULL) AS held`,
    ),
  );
  return rows[0]!;
}

export async function profilesOf(server: OwnServer, email: string): Promise<number> {
  const { rows } = await server.runAsAdministrator('upstander', (client) =>
    client.query<{ n: number }>('SELECT count(*)::int AS n FROM volunteers.volunteer WHERE email = $1', [email]),
  );
  return rows[0]!.n;
}

export async function countsOf(server: OwnServer) {
  const { rows } = await server.runAsAdministrator('upstander', (client) =>
    client.query<{ applications: number; trail: number; signups: number; mighty: number; backups: number }>(
      `SELECT (SELECT count(*) FROM sealed.application)::int AS applications, (SELECT count(*) FROM sealed.audit)::int
        AS trail, (SELECT count(*) FROM events.signup)::int AS signups, (SELECT count(*) FROM platform.backup_run)::int AS backups,
        (SELECT count(*) FROM pg_roles WHERE rolsuper AND rolname LIKE 'upstander%')::int AS mighty`,
    ),
  );
  return rows[0]!;
}

export async function firstApplication(server: OwnServer): Promise<string> {
  const { rows } = await server.runAsAdministrator('upstander', (client) =>
    client.query<{ id: string }>('SELECT id FROM sealed.application ORDER BY id LIMIT 1'),
  );
  return rows[0]!.id;
}
