/*
 * Loads the demo data; run by `npm start` the first time, after the migrations:
 *
 *   node --conditions=@upstander/source --import @swc-node/register/esm-register db/demo/load.ts --if-empty
 *
 * with the same environment as the api (it reads DATABASE_URL and APP_SECRET, and refuses NODE_ENV=production). Prints
 * one line and ends with 0; a database that already holds something is an error, unless --if-empty says to leave it be.
 * The logins are in accounts.ts: `logins`, `demoPassword`, `demoTotpSecret`.
 */
import 'reflect-metadata';
import { ConfigError, Database, loadConfig, Secrets } from '@upstander/platform';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { loadDemo, NotEmptyError } from './load-demo.js';

const config = loadConfig();
if (config.NODE_ENV === 'production') throw new ConfigError('Demo data refuses to be loaded in production.');
const source = await new DataSource(dataSourceOptions(config)).initialize();
try {
  const counts = await loadDemo(new Database(source), new Date(), new Secrets(config));
  console.log(
    `Demo data: ${Object.entries(counts)
      .map(([what, n]) => `${n} ${what}`)
      .join(', ')}.`,
  );
} catch (error) {
  if (!(error instanceof NotEmptyError)) throw error;
  console.log(error.message);
  if (!process.argv.includes('--if-empty')) process.exitCode = 1;
} finally {
  await source.destroy();
}
