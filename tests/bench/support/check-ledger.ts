import { request } from 'node:http';
import type pg from 'pg';
import { aCookie, anAccount } from '../../support/people.js';
import { queryOf } from './signed-in.js';

export interface LedgerCheck {
  agrees: boolean;
  seconds: number;
  postings: number;
}

/** Returns a function that throws on any discrepancy and has no time limit. */
export async function aTreasurer(port: number, pool: pg.Pool): Promise<(isFullCheck: boolean) => Promise<LedgerCheck>> {
  const db = queryOf(pool);
  const { id } = await anAccount(db, { name: 'Fay', role: 'finance' });
  const cookie = await aCookie(db, id, { secondStep: 'done', now: new Date() });
  const headers = {
    'content-type': 'application/json',
    cookie,
    'sec-fetch-site': 'same-origin',
  };
  return async (isFullCheck) => {
    const query = `mutation { runLedgerCheck(full: ${isFullCheck}) { agrees seconds postings findings { kind count } } }`;
    const text = await new Promise<string>((resolve, reject) => {
      const apiRequest = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers }, (answer) => {
        let body = '';
        answer.on('data', (part: Buffer) => (body += part.toString())).on('end', () => resolve(body));
      });
      apiRequest.on('error', reject).end(JSON.stringify({ query }));
    });
    const { data } = JSON.parse(text) as { data: { runLedgerCheck: LedgerCheck } | null };
    if (!data?.runLedgerCheck.agrees) throw new Error(text);
    return data.runLedgerCheck;
  };
}
