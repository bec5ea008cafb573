/*
 * Loads the demo data. `npm start` runs it the first time, after the migrations:
 *
 *   node --conditions=@upstander/source --import @swc-node/register/esm-register db/demo/load.ts --if-empty
 *
 * Uses the environment of the api (DATABASE_URL and APP_SECRET; refuses NODE_ENV=production). Prints one line and exits
 * with 0. A database that is not empty is an error, unless --if-empty is given. The logins are in accounts.ts:
 * `logins`, `demoPassword`, `demoTotpSecret`. With `--stripe-state=<file>`, the state file of the local Stripe, it also
 * simulates a year of gifts.
 */
import 'reflect-metadata';
import { ConfigError, Database, loadConfig } from '@upstander/platform';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { playAdvocacy } from './advocacy/play.js';
import { playGifts } from './gifts/play.js';
import { loadDemo, NotEmptyError } from './load-demo.js';

const config = loadConfig().withJobTimeout();
if (config.NODE_ENV === 'production') throw new ConfigError('Demo data cannot be loaded in production.');
const stateFile = process.argv.find((arg) => arg.startsWith('--stripe-state='))?.slice('--stripe-state='.length);
const now = new Date();
const source = await new DataSource(dataSourceOptions(config)).initialize();
try {
  const options = { organization: config.ORGANIZATION_NAME, giftsFollow: stateFile !== undefined };
  const counts = await loadDemo(new Database(source), now, config, options);
  const { code, ...sealed } = await playAdvocacy(config, now);
  const played = stateFile ? await playGifts(config, now, { stateFile }) : {};
  const summary = Object.entries({ ...counts, ...sealed, ...played }).map(([noun, n]) => `${n} ${noun}`);
  console.log(`Demo data: ${summary.join(', ')}.`);
  if (code) console.log(`Reply code of a demo application: ${code}`);
} catch (error) {
  if (!(error instanceof NotEmptyError)) throw error;
  console.log(error.message);
  if (!process.argv.includes('--if-empty')) process.exitCode = 1;
} finally {
  await source.destroy();
}
