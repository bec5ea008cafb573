import { ConfigError, importPostcodes, readGazetteer } from '@upstander/platform';
import { readFileSync } from 'node:fs';
import pg from 'pg';

/**
 * `node dist/db/import-postcodes-main.js <file>`: reads where postcodes lie out of a gazetteer file of the US Census (ZIP
 * Code Tabulation Areas), as it is unpacked. It may be run again with a newer one.
 */
const [path] = process.argv.slice(2);
const url = process.env['DATABASE_URL'];
if (!url) throw new ConfigError('DATABASE_URL is missing: the database into which postcodes are read.');
if (!path) throw new ConfigError('Usage: node dist/db/import-postcodes-main.js <gazetteer file>');
const places = readGazetteer(readFileSync(path, 'utf8'));
const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 120_000 });
await client.connect();
try {
  await importPostcodes(client, places);
  console.log(`${places.length.toLocaleString('en')} postcodes are known now.`);
} finally {
  await client.end();
}
