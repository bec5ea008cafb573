import { ConfigError, parsedUrl, readSecret, type Environment } from '@upstander/platform';
import { isAbsolute } from 'node:path';

/**
 * Returns the lines of pgBackRest's configuration that locate and open an archive.
 * @param place an absolute folder or s3://bucket/folder
 * @throws ConfigError if the place is invalid, or a setting it needs is missing
 */
export function repositoryLines(place: string, environment: Environment): string[] {
  const passphrase = readSecret(environment, 'ARCHIVE_PASSPHRASE');
  if (!passphrase || !/^\S{32,}$/.test(passphrase))
    throw new ConfigError(
      'ARCHIVE_PASSPHRASE is missing, or is not at least 32 characters without spaces: create one with “openssl rand -base64 48”, and keep a copy apart from the archive. Without it, nothing can be restored.',
    );
  return [...locationLines(place, environment), 'repo1-cipher-type=aes-256-cbc', `repo1-cipher-pass=${passphrase}`];
}

function locationLines(place: string, environment: Environment): string[] {
  const [, bucket, folder] = /^s3:\/\/([a-z0-9][a-z0-9.-]{2,62})((?:\/[\w.-]+)+)$/.exec(place) ?? [];
  if (bucket && folder) return bucketLines(bucket, folder, environment);
  if (isAbsolute(place) && !/[\r\n]/.test(place)) return [`repo1-path=${place}`];
  throw new ConfigError(`“${place}” is neither an absolute folder nor s3://bucket/folder.`);
}

function bucketLines(bucket: string, folder: string, environment: Environment): string[] {
  const [endpoint, region, key, secret] = ['ENDPOINT', 'REGION', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'].map((part) => {
    const value = readSecret(environment, `ARCHIVE_S3_${part}`);
    if (value && /^\S+$/.test(value)) return value;
    throw new ConfigError(`ARCHIVE_S3_${part} is missing or contains spaces, and an archive in a bucket needs it.`);
  }) as [string, string, string, string];
  const address = parsedUrl(endpoint);
  if (address?.protocol !== 'https:')
    throw new ConfigError('ARCHIVE_S3_ENDPOINT must start with https://, because pgBackRest connects only with TLS.');
  return [
    'repo1-type=s3',
    `repo1-path=${folder}`,
    `repo1-s3-bucket=${bucket}`,
    `repo1-s3-endpoint=${address.hostname}`,
    ...(address.port ? [`repo1-storage-port=${address.port}`] : []),
    `repo1-s3-region=${region}`,
    `repo1-s3-key=${key}`,
    `repo1-s3-key-secret=${secret}`,
    // Most services other than Amazon's have no host name per bucket.
    ...(address.hostname.endsWith('.amazonaws.com') ? [] : ['repo1-s3-uri-style=path']),
  ];
}
