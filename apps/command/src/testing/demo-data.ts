import { Envelope, KeyRing, RecordKeys, SealedDatabase } from '@upstander/advocacy';
import { dataSourceOptions, loadDemo, playAdvocacy } from '@upstander/db';
import { Clock, Database, type Config } from '@upstander/platform';
import { DataSource } from 'typeorm';
import type { OwnServer } from './own-server.js';

/** During the load both programs share one role, which is restricted to the api's rights afterward. */
export async function fillWithDemo(server: OwnServer): Promise<void> {
  await migrated(server.withSettings({ WORKER_DATABASE_URL: '' }));
  const config = server.config();
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  const now = new Date();
  await loadDemo(new Database(source), now, config);
  await playAdvocacy(config, now);
  await source.destroy();
  await migrated(server);
}

async function migrated(server: OwnServer): Promise<void> {
  const { code, said } = await server.run('migrate');
  if (code !== 0) throw new Error(said);
}

export async function aliasesOf(config: Config): Promise<Array<string | null>> {
  const database = new SealedDatabase(config);
  const client = await database.rows.connect();
  await client.query('BEGIN');
  await client.query(`SET LOCAL sealed.reader = 'advocate'`);
  const { rows } = await client.query<{ id: string; alias: Buffer }>(
    'SELECT id, alias FROM sealed.application ORDER BY id',
  );
  await client.query('COMMIT');
  client.release();
  const envelope = new Envelope(new RecordKeys(database, new KeyRing(config), new Clock(config)));
  const texts = rows.map(({ id, alias }) => ({ recordId: id, column: 'application.alias', rowId: id, sealed: alias }));
  const opened = await envelope.openAll(texts);
  await database.onApplicationShutdown();
  return opened;
}
