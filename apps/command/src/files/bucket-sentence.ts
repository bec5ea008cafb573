import type { BucketError } from '@upstander/files';
import type { Config } from '@upstander/platform';

export function bucketSentence({ fault, code }: BucketError, config: Config): string {
  const where = `${config.FILES_S3_ENDPOINT}, bucket ${config.FILES_S3_BUCKET}`;
  if (fault === 'away')
    return `The file bucket does not answer (${where}: ${code}). Check FILES_S3_ENDPOINT and the service.`;
  if (fault === 'no-bucket')
    return `The bucket does not exist (${where}). Create it as a private bucket, or check FILES_S3_BUCKET.`;
  if (fault === 'refused')
    return `The file bucket rejects our key (${where}: ${code}). Check FILES_S3_ACCESS_KEY_ID, its secret, FILES_S3_REGION and the permissions of the key.`;
  return `A file is damaged or missing from the bucket (${where}: ${code}). Run: upstander move-files --check`;
}
