import type { PoolClient } from 'pg';
import { accountOf, subjectOf, type SealedReader } from './sealed-reader.js';

export async function setReader(client: Pick<PoolClient, 'query'>, reader: SealedReader, at: Date): Promise<void> {
  const settings = {
    reader: reader.kind,
    subject: subjectOf(reader) ?? '',
    actor: accountOf(reader) ?? '',
    job: reader.kind === 'system' ? reader.job : '',
    code: reader.kind === 'code' ? reader.hash.toString('hex') : '',
    now: at.toISOString(),
  };
  await client.query(
    `SELECT ${Object.keys(settings)
      .map((name, i) => `pg_catalog.set_config('sealed.${name}', $${i + 1}, true)`)
      .join(', ')}`,
    Object.values(settings),
  );
}
