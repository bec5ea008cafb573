import { Bucket, BucketError } from '@upstander/files';
import { createHash } from 'node:crypto';
import { bucketSentence } from '../files/bucket-sentence.js';
import { entered } from './databases.check.js';
import { findingsFor, type Check } from './finding.js';

/** Stored in the bucket and deleted again, the only way to test the key's permissions. */
const sample = Buffer.from('upstander doctor\n');

export const files: Check = {
  about: 'files',
  async runCheck({ config }) {
    const say = findingsFor('files');
    const bucket = Bucket.fromConfig(config);
    const stored = await entered(config.DATABASE_URL, async (client) => {
      const { rows } = await client.query<{ n: number; size: string }>(
        'SELECT count(*)::integer AS n, coalesce(sum(size), 0) AS size FROM platform.bucket_file',
      );
      return rows[0]!;
    });
    if (!bucket) {
      if (stored.n === 0) return [say.ok('They are stored in the database.')];
      return [
        say.wrong(
          `${stored.n} are in a bucket, but FILES_S3_ENDPOINT is not set.`,
          'Set FILES_S3_… again. “upstander move-files” moves them back to the database.',
        ),
      ];
    }
    try {
      const sha256 = createHash('sha256').update(sample).digest();
      await bucket.checkAccess();
      await bucket.put(sha256, sample);
      const { body } = await bucket.get(sha256);
      await body.toArray();
      await bucket.remove(sha256);
    } catch (error) {
      if (!(error instanceof BucketError)) throw error;
      return [say.wrong(bucketSentence(error, config))];
    }
    const summary = `The bucket ${bucket.name} can store, return and delete a file. It contains ${stored.n} (${(Number(stored.size) / 1e6).toFixed(1)} MB).`;
    return [say.ok(config.FILES_KEPT_IN === 's3' ? summary : `${summary} New ones are stored in the database.`)];
  },
};
