// The imported libraries register their file columns.
import '@upstander/accounting';
import '@upstander/outreach';
import { Bucket, BucketError, checkFiles, moveFiles, recordUnknownObjects } from '@upstander/files';
import { ConfigError, loadConfig } from '@upstander/platform';
import { UsageError, type Command, type ParsedArguments } from '../command.js';
import { toQueryable, runStepByStep } from '../database/connected.js';
import { withoutMigrationSettings } from '../programs-settings.js';
import { bucketSentence } from './bucket-sentence.js';

export const command: Command = {
  usage: '[--check] [--env-file FILE]',
  help: `
Moves every picture, document and paper to the place in FILES_KEPT_IN while the site is running: to the bucket of FILES_S3_… or
back to the database. Each file is read back and compared with its digest before the other copy is deleted. You can
interrupt it and run it again. First start the programs with the new FILES_KEPT_IN, then run it. Keep FILES_S3_… set until the
bucket is empty.
--check moves nothing. It compares every file in the bucket with its digest, and lets the sweep delete unreferenced files, for
example after a backup was restored.`,
  options: { check: { type: 'boolean' } },

  async run(given) {
    if (given.words.length > 0) throw new UsageError(`Unexpected argument “${given.words[0]}”.`);
    const config = loadConfig(withoutMigrationSettings(given.environment));
    const bucket = Bucket.fromConfig(config);
    if (!bucket)
      throw new ConfigError('FILES_S3_ENDPOINT is missing: there is no bucket, and all files are in the database.');
    try {
      return given.options['check'] ? await check(given, bucket) : await move(given, bucket, config.FILES_KEPT_IN);
    } catch (error) {
      if (error instanceof BucketError) throw new ConfigError(bucketSentence(error, config));
      throw error;
    }
  },
};

const now = () => new Date();

async function move(given: ParsedArguments, bucket: Bucket, to: 'database' | 's3'): Promise<number> {
  const { files, bytes, wrong } = await runStepByStep(given, (client) =>
    moveFiles(toQueryable(client), bucket, to, now),
  );
  given.print(
    `${files} files (${megabytes(bytes)}) were moved ${to === 's3' ? `to the bucket ${bucket.name}` : 'to the database'}.`,
  );
  if (to === 'database' && files > 0) given.print('The worker deletes them from the bucket within two hours.');
  return reportWrongFiles(given, wrong);
}

async function check(given: ParsedArguments, bucket: Bucket): Promise<number> {
  const { found, strays } = await runStepByStep(given, async (client) => ({
    found: await checkFiles(toQueryable(client), bucket, now),
    strays: await recordUnknownObjects(toQueryable(client), bucket, now),
  }));
  given.print(`${found.files} files (${megabytes(found.bytes)}) in the bucket ${bucket.name} match their digests.`);
  if (strays > 0) given.print(`${strays} objects are unreferenced: the worker deletes them within two hours.`);
  return reportWrongFiles(given, found.wrong);
}

function reportWrongFiles(
  given: ParsedArguments,
  wrong: ReadonlyArray<{ column: string; id: string; why: string }>,
): number {
  for (const { column, id, why } of wrong) {
    const says = why === 'damaged' ? 'does not match its digest' : 'is not in the bucket';
    given.print(`${column} of ${id} ${says}: restore it from a backup of the bucket.`);
  }
  return wrong.length > 0 ? 1 : 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
