import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrateToLatest } from '../../../db/migrate-to-latest.ts';
import { ownersSource } from '../../../db/owners-source.ts';
import { migrateQueue } from '../../../libs/platform/src/index.ts';

/**
 * Creates two migrated databases: the application's with the sealed zone, and the key database.
 * @returns {Promise<Record<'app' | 'keys', { client: pg.Client, mayBeNothing: (text) => (column) => boolean }> & {
 * close: () => Promise<void> }>}
 */
export async function databases(server) {
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 });
  await admin.connect();
  const made = {};
  for (const [name, zones] of Object.entries({ app: ['app', 'sealed'], keys: ['keys'] })) {
    const database = `sql_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`CREATE DATABASE ${database}`);
    const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const zone of zones) {
      if (zone === 'sealed') await client.query('CREATE SCHEMA sealed');
      const source = await ownersSource(url, zone).initialize();
      await migrateToLatest(source, zone).finally(() => source.destroy());
    }
    if (name === 'app') {
      await migrateQueue(url);
      await client.query('SET search_path = public, bullmq');
    }
    made[name] = { database, client, mayBeNothing: await nullableIn(client) };
  }
  const close = async () => {
    for (const { client, database } of Object.values(made)) {
      await client.end();
      await admin.query(`DROP DATABASE ${database}`);
    }
    await admin.end();
  };
  return { ...made, close };
}

/**
 * Returns a test for nullable columns that the statement doesn't compare with a value.
 * Outer joins aren't considered.
 */
async function nullableIn(client) {
  const { rows } = await client.query(
    `SELECT a.attrelid AS "tableID", a.attnum AS "columnID", a.attname AS name
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE a.attnum > 0 AND NOT a.attnotnull AND c.relkind IN ('r', 'p') AND c.relnamespace >= 16384`,
  );
  const known = new Map(rows.map(({ tableID, columnID, name }) => [`${tableID}.${columnID}`, name]));
  return (text) => (column) => {
    const name = known.get(`${column.tableID}.${column.columnID}`);
    return name !== undefined && !new RegExp(`\\b${name}\\b(::\\w+)?\\)* *(IS NOT NULL|=|<|>|BETWEEN)`).test(text);
  };
}
