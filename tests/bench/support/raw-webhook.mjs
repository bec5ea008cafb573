import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The baselines of the webhook bench: Node's own http and pg. They verify no signature, store no event, look up no gift
 * and update no total. Each request writes the charge in one prepared statement: RAW=ledger as a transaction with
 * postings; RAW=row as one row of a similar table without the ledger's triggers.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const row = `
  INSERT INTO raw_transaction (id, kind, external_ref, subject_id, happened_at, posted_at)
  VALUES (gen_random_uuid(), 'charge', $1, $2, $3, $4) ON CONFLICT DO NOTHING`;

const ledger = `
  WITH made AS (
    INSERT INTO ledger.transaction (id, kind, external_ref, subject_id, happened_at, posted_at)
    VALUES (gen_random_uuid(), 'charge', $1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id
  )
  INSERT INTO ledger.posting (transaction_id, n, account_id, amount_minor)
  SELECT made.id, p.n, p.account, p.amount
  FROM made, unnest($5::uuid[], $6::bigint[]) WITH ORDINALITY AS p (account, amount, n)`;

const accounts = (process.env.ACCOUNTS ?? '').split(',');
const amounts = (process.env.AMOUNTS ?? '').split(',');
const query =
  process.env.RAW === 'ledger'
    ? (values) => ({ name: 'charge', text: ledger, values: [...values, accounts, amounts] })
    : (values) => ({ name: 'charge', text: row, values });

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { id, created, metadata } = JSON.parse(Buffer.concat(chunks).toString('utf8')).data.object;
    await pool.query(query([`charge:raw:${id}`, metadata.gift_id, new Date(created * 1000), new Date()]));
    const body = '{"received":true}';
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
