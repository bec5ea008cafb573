import type { BucketError, Config } from '@upstander/platform';

export function bucketSentence({ fault, code }: BucketError, config: Config): string {
  const where = `${config.FILES_S3_ENDPOINT}, bucket ${config.FILES_S3_BUCKET}`;
  if (fault === 'away')
    return `The bucket of files does not answer (${where}: ${code}). Look at FILES_S3_ENDPOINT and the service.`;
  if (fault === 'no-bucket') return `There is no such bucket (${where}). Make it, private, or look at FILES_S3_BUCKET.`;
  if (fault === 'refused')
    return `The bucket of files does not take our key (${where}: ${code}). Look at FILES_S3_ACCESS_KEY_ID, its secret, FILES_S3_REGION and what the key may do.`;
  return `A file is not in the bucket as its row says (${where}: ${code}): upstander move-files --check says which.`;
}
