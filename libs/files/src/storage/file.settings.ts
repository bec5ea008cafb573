import { z } from 'zod';
import { plainHttp, setting, settingTypes } from '@upstander/platform';

const address = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_ACCESS_KEY_ID', 'FILES_S3_SECRET_ACCESS_KEY'];

export const fileSettings = {
  FILES_KEPT_IN: setting(
    z.enum(['database', 's3']).default('database'),
    'Where new files (pictures, documents, signed papers) are stored: in the database or in an S3 bucket. `upstander move-files` moves existing ones. Sealed data is always in the database.',
    's3',
    { requiredSettings: (where) => (where === 's3' ? address : []) },
  ),
  FILES_S3_ENDPOINT: setting(
    settingTypes
      .url('http:', 'https:')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    'The URL of the S3 service. Keep it set as long as any file is still there, even if new ones are stored in the database.',
    'https://s3.eu-central-1.amazonaws.com',
    { connects: true, productionProblem: plainHttp, requiredSettings: (url) => (url === undefined ? [] : address) },
  ),
  FILES_S3_BUCKET: setting(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name: 3 to 63 lowercase letters, digits, - and .')
      .optional(),
    'A private bucket for this installation only.',
    'upstander-files',
  ),
  FILES_S3_REGION: setting(
    z
      .string()
      .regex(/^[\w-]{1,40}$/)
      .default('us-east-1'),
    'The region used to sign requests. For a self-hosted service, use its configured region, or keep the default.',
    'eu-central-1',
  ),
  FILES_S3_ACCESS_KEY_ID: setting(
    z.string().min(1).optional(),
    'The ID of an access key that may list this bucket and get, put and delete its objects, and nothing else.',
    'upstander-files',
  ),
  FILES_S3_SECRET_ACCESS_KEY: setting(
    z.string().min(1).optional(),
    'The secret of that access key.',
    'the secret that the service showed when you created the key',
    { secret: true },
  ),
  FILES_S3_PATH_STYLE: setting(
    settingTypes.flag('true'),
    'True if the bucket is part of the path (https://host/bucket/…), which all services support. False puts it in the host name.',
    'false',
  ),
  FILES_S3_SECONDS: setting(
    settingTypes.seconds(5),
    'How long the service can take to start a response, and between two parts of it, before the request fails.',
    '5',
  ),
} as const;
