import { sha256 } from '@upstander/platform';
import { randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type pg from 'pg';

export interface LedgerCheck {
  agrees: boolean;
  seconds: number;
  postings: number;
}

/** Somebody of finance, who checks the ledger of a server and insists that everything agrees, however long it takes. */
export async function aTreasurer(port: number, pool: pg.Pool): Promise<(whole: boolean) => Promise<LedgerCheck>> {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `WITH account AS (INSERT INTO identity.account (email, name) VALUES ($2, 'Fay') RETURNING id),
       granted AS (INSERT INTO identity."grant" (account_id, role, by_command_line) SELECT id, 'finance', true FROM account)
     INSERT INTO identity.session (token_hash, account_id, second_step, created_at, last_seen_at, expires_at)
     SELECT $1, id, 'done', now(), now(), now() + interval '1 day' FROM account`,
    [sha256(token), `${randomUUID()}@example.org`],
  );
  const headers = {
    'content-type': 'application/json',
    cookie: `session=${token}`,
    'sec-fetch-site': 'same-origin',
  };
  return async (whole) => {
    const query = `mutation { runLedgerCheck(whole: ${whole}) { agrees seconds postings findings { kind count } } }`;
    const text = await new Promise<string>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers }, (answer) => {
        let body = '';
        answer.on('data', (part: Buffer) => (body += part.toString())).on('end', () => resolve(body));
      });
      asked.on('error', reject).end(JSON.stringify({ query }));
    });
    const { data } = JSON.parse(text) as { data: { runLedgerCheck: LedgerCheck } | null };
    if (!data?.runLedgerCheck.agrees) throw new Error(text);
    return data.runLedgerCheck;
  };
}
