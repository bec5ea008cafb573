import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The floor of the webhook bench: Node's own http and pg. It believes whatever it is sent, checks no signature, and
 * writes the one row that says a charge happened, in a prepared statement for each request: into a table like the ledger's,
 * with its indices and without the triggers that insist on postings.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const text = `
  INSERT INTO raw_transaction (id, kind, external_ref, subject_id, happened_at, posted_at)
  VALUES (gen_random_uuid(), 'charge', $1, $2, $3, $4) ON CONFLICT DO NOTHING`;

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { id, created, metadata } = JSON.parse(Buffer.concat(chunks).toString('utf8')).data.object;
    const values = [`charge:${id}`, metadata.gift_id, new Date(created * 1000), new Date()];
    await pool.query({ name: 'charge', text, values });
    const body = '{"received":true}';
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
