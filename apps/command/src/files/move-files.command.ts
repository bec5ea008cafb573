// The imported libraries register their file columns.
import '@upstander/fundraising';
import '@upstander/outreach';
import {
  Bucket,
  BucketError,
  checkFiles,
  ConfigError,
  loadConfig,
  moveFiles,
  registerStrays,
} from '@upstander/platform';
import { UsageError, type Command, type Given } from '../command.js';
import { asked, stepByStep } from '../database/connected.js';
import { forPrograms } from '../programs-settings.js';
import { bucketSentence } from './bucket-sentence.js';

export const command: Command = {
  usage: '[--check] [--env-file FILE]',
  help: `
Moves every picture, document and paper to where FILES_KEPT_IN says, while people work: into the bucket of FILES_S3_…, or out of it
back into the database. Each is read back and compared with its digest before the other copy goes. Run again, it goes on where it
ended. First start the programs with the new FILES_KEPT_IN, then run it; FILES_S3_… stay set until nothing is in the bucket.
--check moves nothing: it reads every file that lies in the bucket and compares it, and leaves what no row names to the sweep, as
after a restored backup.`,
  options: { check: { type: 'boolean' } },

  async run(given) {
    if (given.words.length > 0) throw new UsageError(`“${given.words[0]}” is too much.`);
    const config = loadConfig(forPrograms(given.environment));
    const bucket = Bucket.of(config);
    if (!bucket)
      throw new ConfigError('FILES_S3_ENDPOINT is missing: files are in the database, and there is no bucket.');
    try {
      return given.options['check'] ? await check(given, bucket) : await move(given, bucket, config.FILES_KEPT_IN);
    } catch (error) {
      if (error instanceof BucketError) throw new ConfigError(bucketSentence(error, config));
      throw error;
    }
  },
};

const now = () => new Date();

async function move(given: Given, bucket: Bucket, to: 'database' | 's3'): Promise<number> {
  const { files, bytes, wrong } = await stepByStep(given, (client) => moveFiles(asked(client), bucket, to, now));
  given.say(
    `${files} files (${megabytes(bytes)}) were moved ${to === 's3' ? `to the bucket ${bucket.name}` : 'to the database'}.`,
  );
  if (to === 'database' && files > 0) given.say('The worker takes them out of the bucket within two hours.');
  return complain(given, wrong);
}

async function check(given: Given, bucket: Bucket): Promise<number> {
  const { found, strays } = await stepByStep(given, async (client) => ({
    found: await checkFiles(asked(client), bucket, now),
    strays: await registerStrays(asked(client), bucket, now),
  }));
  given.say(`${found.files} files (${megabytes(found.bytes)}) lie in the bucket ${bucket.name} as their rows say.`);
  if (strays > 0) given.say(`${strays} objects there are known to no row: the worker takes them out within two hours.`);
  return complain(given, found.wrong);
}

function complain(given: Given, wrong: ReadonlyArray<{ column: string; id: string; why: string }>): number {
  for (const { column, id, why } of wrong) {
    const says = why === 'damaged' ? 'is not what its digest says' : 'is not in the bucket';
    given.say(`${column} of ${id} ${says}: put it back from a backup of the bucket.`);
  }
  return wrong.length > 0 ? 1 : 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
